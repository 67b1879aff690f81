package dev.understudy.http.tls;

import dev.understudy.http.tls.UnusableKeysException.KeyOrigin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Keys with their certificates, read and checked.
 *
 * @param store the keys, by the aliases of the entries
 * @param password of the store
 * @param entries the certificates; the first one is for clients that name no host
 */
record KeyMaterial(KeyStore store, String password, List<CertificateEntry> entries) {

    /** Where PEM files are the source, the store is in memory, and nobody else sees it. */
    private static final String INTERNAL = "internal";

    /**
     * Reads the files that settings name.
     *
     * @throws UnusableKeysException when one cannot be used
     */
    static KeyMaterial load(TlsSettings settings) throws UnusableKeysException {
        String password = password(settings);
        return settings.keystore().isPresent()
                ? ofStore(settings.keystore().get(), settings.keystoreType(), password)
                : ofPem(settings, password);
    }

    private static String password(TlsSettings settings) throws UnusableKeysException {
        try {
            return settings.password().read();
        } catch (IOException e) {
            Path file = settings.password().file().orElseThrow();
            throw new UnusableKeysException(KeyOrigin.PASSWORD, file, "it cannot be read: " + FileReasons.of(e));
        }
    }

    private static KeyMaterial ofStore(Path file, String type, String password) throws UnusableKeysException {
        try {
            KeyStore store = KeyStore.getInstance(type);
            try (InputStream in = Files.newInputStream(file)) {
                store.load(in, password.toCharArray());
            }
            List<CertificateEntry> entries = new ArrayList<>();
            for (String alias : Collections.list(store.aliases())) {
                Key key = store.isKeyEntry(alias) ? store.getKey(alias, password.toCharArray()) : null;
                if (key instanceof PrivateKey secret && store.getCertificate(alias) instanceof X509Certificate first) {
                    entries.add(entry(alias, first, secret, KeyOrigin.KEYSTORE, file));
                }
            }
            if (entries.isEmpty()) {
                throw new UnusableKeysException(
                        KeyOrigin.KEYSTORE, file, "there is no private key with a certificate in it");
            }
            return new KeyMaterial(store, password, entries);
        } catch (UnrecoverableKeyException e) {
            throw new UnusableKeysException(KeyOrigin.PASSWORD, file, "a key in it has another password than the file");
        } catch (GeneralSecurityException e) {
            throw new UnusableKeysException(KeyOrigin.KEYSTORE, file, "it is no key store of the type " + type);
        } catch (IOException e) {
            throw e.getCause() instanceof UnrecoverableKeyException
                    ? new UnusableKeysException(KeyOrigin.PASSWORD, file, "the password is not that of the file")
                    : new UnusableKeysException(
                            KeyOrigin.KEYSTORE,
                            file,
                            "it cannot be read as a key store of the type " + type + ": " + FileReasons.of(e));
        }
    }

    private static KeyMaterial ofPem(TlsSettings settings, String password) throws UnusableKeysException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            List<CertificateEntry> entries = new ArrayList<>();
            for (int i = 0; i < settings.certificates().size(); i++) {
                Path certificates = settings.certificates().get(i);
                PemPair pair = PemPair.read(certificates, settings.keyOf(i), password);
                String alias = Integer.toString(i);
                entries.add(entry(alias, pair.chain().get(0), pair.key(), KeyOrigin.KEYS, settings.keyOf(i)));
                store.setKeyEntry(
                        alias, pair.key(), INTERNAL.toCharArray(), pair.chain().toArray(Certificate[]::new));
            }
            return new KeyMaterial(store, INTERNAL, entries);
        } catch (GeneralSecurityException | IOException e) {
            throw new UnusableKeysException(
                    KeyOrigin.CERTIFICATES, settings.certificates().get(0), "it cannot be used: " + e);
        }
    }

    private static CertificateEntry entry(
            String alias, X509Certificate certificate, PrivateKey key, KeyOrigin origin, Path file)
            throws UnusableKeysException {
        if (!KeyPairCheck.belong(key, certificate.getPublicKey())) {
            throw new UnusableKeysException(
                    origin,
                    file,
                    "the private key does not belong to the certificate of "
                            + certificate.getSubjectX500Principal().getName());
        }
        return CertificateEntry.of(alias, certificate);
    }
}
