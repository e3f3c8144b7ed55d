package io.daybook.infra.serialization;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** AES-GCM with a fresh 12-byte nonce in front of the text and a 128-bit tag behind it; the key's id is authenticated too. */
final class PersonalCipher {
    private static final int NONCE = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Supplier<byte[]> nonces;

    PersonalCipher(Supplier<byte[]> nonces) {
        this.nonces = nonces;
    }

    /** Nonces as they must be outside tests: never the same twice. */
    static byte[] freshNonce() {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        return nonce;
    }

    byte[] encrypt(SubjectKey key, byte[] plain) {
        byte[] nonce = nonces.get();
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key.key(), key.id(), nonce, 0);
            byte[] out = Arrays.copyOf(nonce, NONCE + cipher.getOutputSize(plain.length));
            cipher.doFinal(plain, 0, plain.length, out, NONCE);
            return out;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalStateException if the text was not written with this key */
    byte[] decrypt(SecretKey key, String keyId, byte[] encrypted) {
        try {
            return cipher(Cipher.DECRYPT_MODE, key, keyId, encrypted, 0)
                    .doFinal(encrypted, NONCE, encrypted.length - NONCE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("personal data was not written with key " + keyId, e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, String keyId, byte[] nonce, int from)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(128, nonce, from, NONCE));
        cipher.updateAAD(keyId.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
