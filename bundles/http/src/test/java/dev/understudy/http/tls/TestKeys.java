package dev.understudy.http.tls;

import dev.understudy.testkit.tls.Keytool;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** Keys with certificates of their own, made once for all tests of a process. */
public record TestKeys(byte[] store, PrivateKey key, X509Certificate certificate) {

    public static final String PASSWORD = "a pass phrase";

    private static final Map<String, TestKeys> MADE = new ConcurrentHashMap<>();

    /** Returns a key for a host, the same one each time. */
    public static TestKeys of(String host, String algorithm) {
        return MADE.computeIfAbsent(host + " " + algorithm, name -> make(host, algorithm));
    }

    private static TestKeys make(String host, String algorithm) {
        try {
            Path folder = Files.createTempDirectory("keys");
            Path file = folder.resolve("store.p12");
            Keytool.makeStore(file, PASSWORD, host, "dns:" + host, algorithm);
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(file)) {
                store.load(in, PASSWORD.toCharArray());
            }
            TestKeys keys = new TestKeys(
                    Files.readAllBytes(file),
                    (PrivateKey) store.getKey(Keytool.ALIAS, PASSWORD.toCharArray()),
                    (X509Certificate) store.getCertificate(Keytool.ALIAS));
            Files.delete(file);
            Files.delete(folder);
            return keys;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the certificate as a PEM block. */
    public String certificatePem() throws Exception {
        return pem("CERTIFICATE", certificate.getEncoded());
    }

    /** Returns the key as a PEM block. */
    public String keyPem() {
        return pem("PRIVATE KEY", key.getEncoded());
    }

    public static String pem(String type, byte[] content) {
        return "-----BEGIN " + type + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + type
                + "-----\n";
    }

    /** Writes certificate and key into one file. */
    public Path writePem(Path file) throws Exception {
        return Files.writeString(file, "A remark before it\n" + certificatePem() + keyPem());
    }

    public Path writeStore(Path file) throws IOException {
        return Files.write(file, store);
    }

    /** Returns a context of clients that trust everybody. */
    public static SSLContext trusting() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Everybody()}, null);
        return context;
    }

    private static final class Everybody extends X509ExtendedTrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
