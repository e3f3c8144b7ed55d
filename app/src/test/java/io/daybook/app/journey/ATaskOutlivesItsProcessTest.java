package io.daybook.app.journey;

import static io.daybook.app.journey.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is done every few seconds is soon done again, though the process that was at it is dead. */
@ExtendWith(OneShop.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ATaskOutlivesItsProcessTest {
    /** As a process leaves it that is killed at work. */
    private static final String KILLED = """
            update scheduled_tasks
               set picked = true, picked_by = 'killed', last_heartbeat = now() - interval '21 seconds', version = version + 1
             where task_name = 'expire-holds'""";

    private static final String DONE_BY_ANOTHER = """
            select not picked and last_success > ?::timestamptz from scheduled_tasks where task_name = 'expire-holds'""";

    @Test
    void what_a_killed_process_was_at_is_done_by_another_within_a_minute(Shop shop) {
        JdbcTemplate sql = shop.inside(JdbcTemplate.class);
        assertThat(sql.update(KILLED)).isEqualTo(1);
        String killed = sql.queryForObject("select now()::text", String.class);

        eventually(() -> assertThat(sql.queryForObject(DONE_BY_ANOTHER, Boolean.class, killed))
                .isTrue());
    }
}
