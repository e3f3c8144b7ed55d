package io.daybook.app.problem;

/** Carries a problem out of an endpoint. No stack trace: it is an answer, not a failure. */
public final class Told extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public Told(Problem problem) {
        super(problem.code() + ": " + problem.detail(), null, false, false);
        this.problem = problem;
    }

    /** Tells a {@link Problem} without further members. */
    public Told(int status, String code, String detail) {
        this(Problem.of(status, code, detail));
    }

    Problem problem() {
        return problem;
    }
}
