package io.daybook.infra.serialization;

import io.daybook.domain.kernel.Address;
import io.daybook.domain.kernel.CustomerName;
import io.daybook.domain.kernel.Email;
import io.daybook.domain.kernel.PaymentToken;
import io.daybook.domain.kernel.PersonalData;
import io.daybook.domain.kernel.Phone;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.SecretKey;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Writes personal data as {@code {"kid": key id, "enc": Base64}}; reads it back, or as erased when the key is gone. */
final class PersonalDataModule extends SimpleModule {
    /** Attribute of the writer: the key of the person whom the event is about. */
    static final String KEY = "daybook.subject-key";

    // what is inside the encryption: plain records, also those of one value, so that one may gain a second
    private static final JsonMapper PLAIN = JsonMapper.builder().build();

    private record Sealed(String kid, String enc) {}

    PersonalDataModule(SubjectKeys keys, PersonalCipher cipher) {
        super("daybook-personal-data");
        addSerializer(PersonalData.class, new Encrypting(cipher));
        reading(CustomerName.class, CustomerName.ERASED, keys, cipher);
        reading(Email.class, Email.ERASED, keys, cipher);
        reading(Phone.class, Phone.ERASED, keys, cipher);
        reading(Address.class, Address.ERASED, keys, cipher);
        reading(PaymentToken.class, PaymentToken.ERASED, keys, cipher);
    }

    private <T extends PersonalData> void reading(Class<T> type, T erased, SubjectKeys keys, PersonalCipher cipher) {
        addDeserializer(type, new Decrypting<>(type, erased, keys, cipher));
    }

    private static final class Encrypting extends ValueSerializer<PersonalData> {
        private final PersonalCipher cipher;

        Encrypting(PersonalCipher cipher) {
            this.cipher = cipher;
        }

        @Override
        public void serialize(PersonalData value, JsonGenerator out, SerializationContext context) {
            if (!(context.getAttribute(KEY) instanceof SubjectKey key)) {
                throw new IllegalStateException(value.getClass().getSimpleName()
                        + " in an event that is not AboutPerson, or says that it carries no personal data");
            }
            byte[] sealed = cipher.encrypt(key, PLAIN.writeValueAsBytes(value));
            context.writeValue(out, new Sealed(key.id(), Base64.getEncoder().encodeToString(sealed)));
        }
    }

    private static final class Decrypting<T extends PersonalData> extends ValueDeserializer<T> {
        private final Class<T> type;
        private final T erased;
        private final SubjectKeys keys;
        private final PersonalCipher cipher;

        Decrypting(Class<T> type, T erased, SubjectKeys keys, PersonalCipher cipher) {
            this.type = type;
            this.erased = erased;
            this.keys = keys;
            this.cipher = cipher;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) {
            Sealed sealed = context.readValue(in, Sealed.class);
            Optional<SecretKey> key = keys.find(sealed.kid());
            return key.map(k -> PLAIN.readValue(
                            cipher.decrypt(k, sealed.kid(), Base64.getDecoder().decode(sealed.enc())), type))
                    .orElse(erased);
        }
    }
}
