package io.daybook.query.reading;

/**
 * Something that may be asked.
 *
 * @param <T> the shape of its answer; handlers return it as {@link Answered}
 */
public interface Question<T> {
    Reading reading();
}
