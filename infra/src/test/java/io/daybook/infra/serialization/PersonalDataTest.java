package io.daybook.infra.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.domain.catalog.ProductEvent;
import io.daybook.domain.kernel.Address;
import io.daybook.domain.kernel.CustomerId;
import io.daybook.domain.kernel.CustomerName;
import io.daybook.domain.kernel.DomainEvent;
import io.daybook.domain.kernel.Email;
import io.daybook.domain.kernel.Phone;
import io.daybook.domain.kernel.Sku;
import io.daybook.domain.order.Buyer;
import io.daybook.domain.order.OrderEvent.OrderPlaced;
import io.daybook.projections.history.UnknownEventType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.AEADBadTagException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PersonalDataTest {
    private final KeysInMemory keys = new KeysInMemory();
    private final EventCodec codec = new EventCodec(Samples.TYPES, keys, List.of());

    private static OrderPlaced placed() {
        return Samples.ALL.stream()
                .filter(OrderPlaced.class::isInstance)
                .map(OrderPlaced.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nothing_that_tells_who_a_person_is_appears_in_clear() {
        String stored = new String(codec.encode(placed()), StandardCharsets.UTF_8);

        assertThat(withoutCiphertext(stored))
                .doesNotContain("Ada", "Lovelace", "example.org", "7946", "St James", "SW1Y", "London", "GB")
                .contains("\"kid\"", "\"enc\"");
    }

    /** What is encrypted is random in Base64, in which any two letters stand by chance one time in ten. */
    private static String withoutCiphertext(String stored) {
        return stored.replaceAll("\"enc\":\"[A-Za-z0-9+/=]+\"", "\"enc\":\"\"");
    }

    @Test
    void the_same_person_is_written_differently_each_time() {
        assertThat(codec.encode(placed())).isNotEqualTo(codec.encode(placed()));
    }

    @Test
    void without_the_key_a_person_reads_as_erased_and_the_rest_as_it_was() {
        byte[] stored = codec.encode(placed());
        keys.erase(Samples.ADA);

        DomainEvent read = codec.decode("order.OrderPlaced", 1, stored);

        Buyer erased = new Buyer(CustomerName.ERASED, Email.ERASED, Phone.ERASED, Address.ERASED);
        OrderPlaced event = placed();
        assertThat(read)
                .isEqualTo(new OrderPlaced(
                        event.order(),
                        event.customer(),
                        erased,
                        event.lines(),
                        event.charges(),
                        event.total(),
                        event.occurredAt()));
    }

    @Test
    void no_key_is_made_for_a_customer_of_whom_nothing_else_is_known() {
        codec.encode(Samples.WITHOUT_BUYER);

        assertThat(keys.erase(Samples.ADA)).isZero();
    }

    @Test
    void keys_that_cannot_be_had_are_told_as_such_and_not_as_an_event_that_cannot_be_written() {
        var away = new IllegalStateException("the database does not answer");
        EventCodec cut = new EventCodec(
                Samples.TYPES,
                new KeysInMemory() {
                    @Override
                    public Map<CustomerId, SubjectKey> current(Set<CustomerId> subjects) {
                        throw away;
                    }
                },
                List.of());

        assertThatThrownBy(() -> cut.encode(placed())).isSameAs(away);
    }

    @Test
    void an_order_without_a_buyer_is_read_back() {
        byte[] stored = codec.encode(Samples.WITHOUT_BUYER);

        assertThat(codec.decode("order.OrderPlaced", 1, stored)).isEqualTo(Samples.WITHOUT_BUYER);
    }

    @Test
    void text_that_was_written_with_another_key_is_refused() {
        String stored = new String(codec.encode(placed()), StandardCharsets.UTF_8);
        String other = keys.current(new CustomerId("bob")).id();
        byte[] forged = stored.replace(keys.current(Samples.ADA).id(), other).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> codec.decode("order.OrderPlaced", 1, forged))
                .hasRootCauseInstanceOf(AEADBadTagException.class);
    }

    @Test
    void an_older_shape_is_read_through_its_upcaster() {
        EventTypes types = EventTypes.of(List.of(ProductEvent.class), Map.of("catalog.ProductDelisted", 2));
        EventUpcaster nameTheReason = new EventUpcaster() {
            @Override
            public String type() {
                return "catalog.ProductDelisted";
            }

            @Override
            public int from() {
                return 1;
            }

            @Override
            public ObjectNode upcast(ObjectNode older) {
                return older.put("reason", "unknown");
            }
        };
        EventCodec later = new EventCodec(types, keys, List.of(nameTheReason));
        byte[] older = "{\"sku\":\"LAMP-1\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(later.decode("catalog.ProductDelisted", 1, older))
                .isEqualTo(new ProductEvent.ProductDelisted(new Sku("LAMP-1"), "unknown"));
    }

    @Test
    void an_unknown_name_and_a_later_revision_are_refused() {
        byte[] anything = "{}".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> codec.decode("order.OrderFramed", 1, anything)).isInstanceOf(UnknownEventType.class);
        assertThatThrownBy(() -> codec.decode("order.OrderPlaced", 2, anything)).isInstanceOf(UnknownEventType.class);
    }
}
