"""Made-up patrol units on real ground, whose true courses and crossings are known: what the tracker is measured by."""
