"""What may be stated of each code, with all that it rests on."""
