package io.daybook.app.imports;

import io.daybook.domain.kernel.Refusal;

/** There is no such job, or no such kind of file. Answered with 404. */
record UnknownImport(String id) implements Refusal {
    @Override
    public String code() {
        return "import.unknown-import";
    }

    @Override
    public String message() {
        return "There is no import " + id + ".";
    }
}
