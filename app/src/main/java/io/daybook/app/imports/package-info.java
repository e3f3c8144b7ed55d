/**
 * Files that operators bring: a catalogue, past orders, a stock count. They are uploaded to {@code /admin/imports}, sent as commands
 * by a job that survives its process, and accounted for to the last line: each ends in an event or among the rejects.
 */
@NullMarked
package io.daybook.app.imports;

import org.jspecify.annotations.NullMarked;
