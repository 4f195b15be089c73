"""A draft of somebody's chapter read sentence by sentence: sections, labels, attribution, figures."""
