package dev.understudy.itest.container;

import dev.understudy.testkit.tls.Keytool;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A key store with a certificate for this machine.
 *
 * @param file the store
 */
public record ServerKeystore(Path file) {

    /** The password of every store. */
    public static final String PASSWORD = "not-to-be-shown";

    /** Makes a store in a folder. */
    public static ServerKeystore in(Path folder) {
        Path file = folder.resolve("keys.p12");
        Keytool.makeStore(file, PASSWORD, "localhost", "dns:localhost,ip:127.0.0.1", "EC");
        return new ServerKeystore(file);
    }

    /** The same setup with HTTPS on a port. */
    public Setup serve(Setup setup, int port) {
        return setup.with("UNDERSTUDY_SSL_PORT", Integer.toString(port))
                .with("UNDERSTUDY_KEYSTORE", file.toString())
                .with("UNDERSTUDY_KEYSTORE_PASS", PASSWORD);
    }

    /** What a server needs that has the certificate. */
    public SSLContext identity() {
        try {
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(load(), PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private KeyStore load() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    /** What a client needs that trusts the certificate and no other. */
    public SSLContext trust() {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry(Keytool.ALIAS, load().getCertificate(Keytool.ALIAS));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
