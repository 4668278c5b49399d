"""Where and when: fixes, tracks, territories and the crossing of a border; pure, no input or output."""
