
# A tenth of the score for each day that has begun since the due date.
from nbgrader.plugins import LateSubmissionPlugin


class TenPercentADay(LateSubmissionPlugin):
    def late_submission_penalty(self, student_id, score, total_seconds_late):
        days = -(-total_seconds_late // 86400)
        return score * min(1.0, 0.1 * days)


c.AssignLatePenalties.plugin_class = TenPercentADay
