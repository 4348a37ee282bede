"""The grading package of Fit a Line Twice: student notebooks computed in a sandbox, judged outside it."""
