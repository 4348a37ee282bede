"""nbgrader's settings for this course: `solutions/` is its source step, `exercises/` its release step."""

# `c` is handed in by traitlets, which runs this file.
c = get_config()  # noqa: F821  # type: ignore[name-defined]

c.CourseDirectory.course_id = "fit-a-line-twice"
c.CourseDirectory.source_directory = "solutions"
c.CourseDirectory.release_directory = "exercises"
c.CourseDirectory.submitted_directory = "submitted"
c.CourseDirectory.autograded_directory = "autograded"
c.CourseDirectory.feedback_directory = "feedback"
# `hidden` holds the tests and the wrong and right answers: it must never be copied to students.
c.CourseDirectory.ignore = [".ipynb_checkpoints", "*.pyc", "__pycache__", "feedback", "hidden"]

# `nbgrader autograde` and formgrader's button grade with this course's own grader, as `autograder grade` does.
# Given as names: commands that grade nothing need not import it.
c.Autograde.exporter_class = "autograder.nbgrader_plugin.GradingExporter"
c.Autograde.sanitize_preprocessors = ["autograder.nbgrader_plugin.ReadSubmission"]
c.Autograde.autograde_preprocessors = ["autograder.nbgrader_plugin.GradeInSandbox"]

# `nbgrader generate_feedback` and formgrader's button write this course's own page, as `autograder demo` shows it.
c.GenerateFeedback.exporter_class = "autograder.feedback_exporter.FeedbackPage"
c.GenerateFeedback.preprocessors = []  # the page reads the gradebook itself
# Where your book is published, for example "https://example.org/fit-a-line-twice/": feedback and reports link there.
c.FeedbackPage.book_url = ""

# formgrader shows graders the model answer and the marking under each written answer.
c.HTMLExporter.preprocessors = ["autograder.formgrader_rubric.RubricBeside"]

# `nbgrader zip_collect` knows the names that Canvas and Moodle give to what students hand in,
# and leaves a zip that is broken.
c.ZipCollectApp.extractor_plugin = "autograder.lms_archives.LmsArchives"
c.ZipCollectApp.collector_plugin = "autograder.lms_files.LmsFiles"
