package dev.understudy.itest.container;

import dev.understudy.itest.helper.ShellControl;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** The assembled Karaf with every optional feature, and with HTTPS; nothing is fetched for it. */
public final class FullKaraf {

    private static final String MAVEN = "org.ops4j.pax.url.mvn";
    private static final Duration COMMANDS = Duration.ofSeconds(60);
    private static final String FEATURES = "org.apache.karaf.features";

    /** The features that the assembled Karaf starts with, less the page at the root. */
    private static final String CORE =
            "scr, log, understudy, ssh, framework, system, feature, shell, service, jaas, bundle, config";

    private FullKaraf() {}

    /** Starts one that waits for bundles for as long as they take on a machine with much else to do. References that are kept for as long as there is memory would hide what else is kept, so they are not. */
    public static ProcessServer start(Setup setup) {
        ServerKeystore keys = ServerKeystore.in(setup.folder());
        ProcessServer server = ProcessServer.launchKaraf(keys.serve(OptionalFeature.configured(setup), Setup.freePort())
                        .withHelper()
                        .with("JAVA_OPTS", "-XX:SoftRefLRUPolicyMSPerMB=0")
                        .with("AWS_ACCESS_KEY_ID", "access-key-of-the-test")
                        .with("AWS_SECRET_ACCESS_KEY", "secret-key-of-the-test")
                        .with("AWS_EC2_METADATA_DISABLED", "true")
                        .setting("dev.understudy.http", "swap.grace", "10000")
                        .setting(MAVEN, MAVEN + ".localRepository", "${karaf.data}/empty"))
                .awaitReadiness();
        try {
            install(server);
            return server;
        } catch (AssertionError e) {
            server.kill();
            throw new AssertionError(server.output(), e);
        }
    }

    private static void install(ProcessServer server) {
        // The commands come a moment after the server does.
        server.client().await(target("feature:repo-list"), COMMANDS, response -> response.status() == 200);
        for (OptionalFeature feature : OptionalFeature.ALL) {
            if (!feature.shipped()) {
                Path repository = feature.repository(server.setup().folder());
                say(server, "feature:repo-add " + repository.toUri());
            }
        }
        say(server, "feature:install " + OptionalFeature.names());
    }

    /** The same setup, in which a Karaf begins with the core alone. */
    public static Setup core(Setup setup) {
        return setup.setting(FEATURES, "featuresBoot", CORE);
    }

    /** The same setup, in which a Karaf begins with every feature. */
    public static Setup atStart(Setup setup) {
        String features = OptionalFeature.names().replace(" ", ", ");
        String repositories = OptionalFeature.ALL.stream()
                .filter(feature -> !feature.shipped())
                .map(feature -> feature.repository(setup.folder()).toUri().toString())
                .collect(Collectors.joining(", "));
        return OptionalFeature.configured(setup)
                .setting(FEATURES, "featuresBoot", CORE + ", understudy-web, " + features)
                .setting(FEATURES, "featuresRepositories", repositories + ", " + shippedRepositories());
    }

    /** The features files that the assembled Karaf knows. */
    private static String shippedRepositories() {
        Path file = Build.assembly().resolve("etc/" + FEATURES + ".cfg");
        try (Reader in = Files.newBufferedReader(file)) {
            Properties shipped = new Properties();
            shipped.load(in);
            return shipped.getProperty("featuresRepositories");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What asks it over HTTPS by HTTP/2. */
    public static Client secureClient(Server server) {
        Map<String, String> environment = server.setup().environment();
        ServerKeystore keys = new ServerKeystore(Path.of(environment.getOrDefault("UNDERSTUDY_KEYSTORE", "")));
        return Client.secure(Integer.parseInt(environment.getOrDefault("UNDERSTUDY_SSL_PORT", "")), keys.trust());
    }

    /** Types a line into its shell; returns what was printed. */
    public static String say(Server server, String line) {
        Response response = server.client().get(target(line));
        if (response.status() != 200 || response.text().contains("Error executing command")) {
            throw new AssertionError(line + ": " + response);
        }
        return response.text();
    }

    private static String target(String line) {
        return ShellControl.MOUNT + "?" + URLEncoder.encode(line, StandardCharsets.UTF_8);
    }
}
