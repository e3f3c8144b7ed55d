package io.daybook.command.dispatch;

/** A request that cannot be a wish: it names the field and says what would do. Answered with 400. */
public final class BadField extends RuntimeException {
    /** The stable code of every such answer. */
    public static final String CODE = "request.invalid";

    private final String field;
    private final String problem;

    /**
     * @param field path from the body, for example {@code lines[3].quantity}
     * @param problem what is wrong with it, to be read after the field's name
     */
    public BadField(String field, String problem) {
        super(field + " " + problem, null, false, false);
        this.field = field;
        this.problem = problem;
    }

    public String code() {
        return CODE;
    }

    public String field() {
        return field;
    }

    public String problem() {
        return problem;
    }
}
