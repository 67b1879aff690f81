package dev.understudy.http.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.settings.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms of keys and certificates, and what is said of those that cannot be used. */
class KeyMaterialTest {

    private static final String PASSWORD = TestKeys.PASSWORD;

    @TempDir
    Path folder;

    private final TestKeys rsa = TestKeys.of("rsa.example", "RSA");
    private final TestKeys ec = TestKeys.of("ec.example", "EC");

    private Path file(String name, String content) throws Exception {
        return Files.writeString(folder.resolve(name), content);
    }

    private static TlsSettings pem(String password, List<Path> certificates, List<Path> keys) {
        return new TlsSettings(0, Optional.empty(), "PKCS12", new Secret(password), certificates, keys, "");
    }

    private static TlsSettings store(Path file, String type, String password) {
        return new TlsSettings(0, Optional.of(file), type, new Secret(password), List.of(), List.of(), "");
    }

    private KeyMaterial load(TestKeys keys, String keyPem, String password) throws Exception {
        Path certificate = file("chain.pem", keys.certificatePem());
        return KeyMaterial.load(pem(password, List.of(certificate), List.of(file("key.pem", keyPem))));
    }

    private static PrivateKey key(KeyMaterial material) throws Exception {
        String alias = material.entries().get(0).alias();
        return (PrivateKey) material.store().getKey(alias, material.password().toCharArray());
    }

    private UnusableKeysException refusal(TlsSettings settings) {
        UnusableKeysException refused = assertThrows(UnusableKeysException.class, () -> KeyMaterial.load(settings));
        assertFalse(refused.getMessage().contains(PASSWORD), refused.getMessage());
        return refused;
    }

    /** The key within PKCS #8 is the one of the older form. */
    private static byte[] inner(PrivateKey key) {
        byte[] encoded = key.getEncoded();
        for (int i = 20; i < 40; i++) {
            // an octet string that goes to the end
            boolean shortForm = encoded[i] == 4 && (encoded[i + 1] & 0xff) == encoded.length - i - 2;
            boolean longForm = encoded[i] == 4
                    && (encoded[i + 1] & 0xff) == 0x82
                    && ((encoded[i + 2] & 0xff) << 8 | encoded[i + 3] & 0xff) == encoded.length - i - 4;
            if (shortForm || longForm) {
                return Arrays.copyOfRange(encoded, i + (shortForm ? 2 : 4), encoded.length);
            }
        }
        throw new AssertionError("no inner key");
    }

    @Test
    void keysMayBeInTheFormsThatOpenSslWrites() throws Exception {
        assertEquals(rsa.key(), key(load(rsa, rsa.keyPem(), "")));
        assertEquals(ec.key(), key(load(ec, ec.keyPem(), "")));
        assertEquals(rsa.key(), key(load(rsa, TestKeys.pem("RSA PRIVATE KEY", inner(rsa.key())), "")));
        String parameters = TestKeys.pem("EC PARAMETERS", new byte[] {6, 0});
        String old = TestKeys.pem("EC PRIVATE KEY", inner(ec.key()));
        assertEquals(ec.key(), key(load(ec, parameters + old, "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PBEWithHmacSHA256AndAES_256", "PBEWithHmacSHA1AndAES_128", "PBEWithSHA1AndDESede"})
    void keysMayBeEncrypted(String algorithm) throws Exception {
        SecretKey secret =
                SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(PASSWORD.toCharArray()));
        Cipher cipher = Cipher.getInstance(algorithm);
        cipher.init(Cipher.ENCRYPT_MODE, secret);
        AlgorithmParameters parameters = cipher.getParameters();
        if (!algorithm.endsWith("DESede")) {
            // Java writes the name of the family alone.
            parameters = AlgorithmParameters.getInstance("PBES2");
            parameters.init(cipher.getParameters().getEncoded());
        }
        byte[] encrypted =
                new EncryptedPrivateKeyInfo(parameters, cipher.doFinal(rsa.key().getEncoded())).getEncoded();
        String block = TestKeys.pem("ENCRYPTED PRIVATE KEY", encrypted);
        assertEquals(rsa.key(), key(load(rsa, block, PASSWORD)));
        Path password = file("password", PASSWORD + "\n");
        assertEquals(rsa.key(), key(load(rsa, block, "file:" + password)));
        UnusableKeysException wrong = assertThrows(UnusableKeysException.class, () -> load(rsa, block, "another"));
        assertEquals(UnusableKeysException.KeyOrigin.PASSWORD, wrong.origin());
        UnusableKeysException none = assertThrows(UnusableKeysException.class, () -> load(rsa, block, ""));
        assertTrue(none.getMessage().contains("is encrypted, and no password is set"), none.getMessage());
    }

    @Test
    void certificateAndKeyMayBeInOneFileAndThereMayBeSeveral() throws Exception {
        KeyMaterial both = KeyMaterial.load(pem(
                "", List.of(rsa.writePem(folder.resolve("a.pem")), ec.writePem(folder.resolve("b.pem"))), List.of()));
        assertEquals(
                List.of(List.of("rsa.example"), List.of("ec.example")),
                both.entries().stream().map(CertificateEntry::names).toList());
        assertEquals(
                List.of("RSA", "EC"),
                both.entries().stream().map(CertificateEntry::algorithm).toList());
    }

    @Test
    void keyStoresAreReadWhateverTheirTypeIsCalled() throws Exception {
        Path file = rsa.writeStore(folder.resolve("store.p12"));
        assertEquals(rsa.key(), key(KeyMaterial.load(store(file, "PKCS12", PASSWORD))));
        assertEquals(rsa.key(), key(KeyMaterial.load(store(file, "JKS", PASSWORD))));
    }

    @Test
    void whatCannotBeUsedIsNamedWithTheReason() throws Exception {
        Path store = rsa.writeStore(folder.resolve("store.p12"));
        Path chain = file("chain.pem", rsa.certificatePem());
        Path key = file("key.pem", rsa.keyPem());
        assertRefused("PASSWORD", "the password is not that of the file", store(store, "PKCS12", PASSWORD + "!"));
        assertRefused("KEYSTORE", "it cannot be read as a key store", store(chain, "PKCS12", PASSWORD));
        assertRefused("KEYSTORE", "there is no such file", store(folder.resolve("none"), "PKCS12", PASSWORD));
        assertRefused(
                "PASSWORD",
                "it cannot be read: there is no such file",
                store(store, "PKCS12", "file:" + folder.resolve("none")));
        assertRefused("CERTIFICATES", "there is no certificate in it", pem("", List.of(key), List.of(key)));
        assertRefused(
                "CERTIFICATES",
                "its certificate 2 is damaged",
                pem(
                        "",
                        List.of(file("bad.pem", rsa.certificatePem() + TestKeys.pem("CERTIFICATE", new byte[9]))),
                        List.of(key)));
        assertRefused("KEYS", "it has 0", pem("", List.of(chain), List.of()));
        assertRefused("KEYS", "it has 2", pem("", List.of(chain), List.of(file("two", rsa.keyPem() + ec.keyPem()))));
        assertRefused("KEYS", "does not belong", pem("", List.of(chain), List.of(file("other", otherRsaKey()))));
        assertRefused(
                "KEYS",
                "none of the certificate's kind (RSA)",
                pem("", List.of(chain), List.of(file("ec", ec.keyPem()))));
        assertRefused("KEYS", "openssl pkcs8", pem("", List.of(chain), List.of(file("old", oldEncryptedKey()))));
        for (int cut : new int[] {60, 200, 1000}) {
            String half = rsa.keyPem().substring(0, cut) + "\n-----END PRIVATE KEY-----\n";
            assertRefused("KEYS", "", pem("", List.of(chain), List.of(file("half", half))));
        }
    }

    private static String otherRsaKey() {
        return TestKeys.of("other.example", "RSA").keyPem();
    }

    private static String oldEncryptedKey() {
        return "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\nAAAA\n"
                + "-----END RSA PRIVATE KEY-----\n";
    }

    private void assertRefused(String source, String reason, TlsSettings settings) {
        UnusableKeysException refused = refusal(settings);
        assertEquals(source, refused.origin().name(), refused.getMessage());
        assertTrue(refused.getMessage().contains(reason), refused.getMessage());
    }
}
