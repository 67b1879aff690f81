package dev.understudy.http.tls;

import java.util.List;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * Jetty's context of TLS with the versions and ciphers that this server speaks: TLS 1.3 and 1.2 with forward secrecy and authenticated
 * encryption, which every browser of the last ten years does. Keys may be replaced; connections that stand keep theirs.
 */
final class TlsContext {

    private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};

    private static final List<String> CIPHERS = List.of(
            "TLS_AES_128_GCM_SHA256",
            "TLS_AES_256_GCM_SHA384",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

    private TlsContext() {}

    /** Returns a context that is not started. */
    static SslContextFactory.Server of(KeyMaterial keys) {
        SslContextFactory.Server context = new SslContextFactory.Server();
        context.setExcludeProtocols();
        context.setIncludeProtocols(VERSIONS);
        context.setExcludeCipherSuites();
        context.setIncludeCipherSuites(CIPHERS.toArray(String[]::new));
        context.setUseCipherSuitesOrder(true);
        context.setRenegotiationAllowed(false);
        use(keys, context);
        return context;
    }

    /**
     * Has new connections use other keys, once it is certain that a context can be made of them.
     *
     * @throws Exception when none can be made; then everything stays as it is
     */
    static void replace(KeyMaterial keys, SslContextFactory.Server context) throws Exception {
        SslContextFactory.Server trial = of(keys);
        trial.start();
        LifeCycle.stop(trial);
        context.reload(running -> use(keys, context));
    }

    private static void use(KeyMaterial keys, SslContextFactory.Server context) {
        context.setKeyStore(keys.store());
        context.setKeyStorePassword(keys.password());
        context.setKeyManagerPassword(keys.password());
        context.setSNISelector(new CertificateChoice(keys.entries()));
    }
}
