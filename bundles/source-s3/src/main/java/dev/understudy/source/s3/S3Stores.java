package dev.understudy.source.s3;

import dev.understudy.source.ObjectStore;
import dev.understudy.source.ObjectStoreFactory;
import dev.understudy.source.RootUrl;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;

/** Opens buckets. Each has a client of its own, which is made when it is first needed. */
public final class S3Stores implements ObjectStoreFactory {

    /** Where the bucket is. */
    static final String REGION = "region";
    /** The server, if it is not Amazon's. */
    static final String ENDPOINT = "endpoint";
    /** The profile of the credentials. */
    static final String PROFILE = "profile";
    /** Whether the bucket is named in the path of URLs instead of in the name of the host. */
    static final String PATH_STYLE = "pathStyle";

    private static final Set<String> OPTIONS = new TreeSet<>(Set.of(REGION, ENDPOINT, PROFILE, PATH_STYLE));
    private static final Pattern BUCKET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,254}");
    private static final Pattern REGION_NAME = Pattern.compile("[a-z0-9-]{1,63}");

    private final S3Settings settings;

    public S3Stores(S3Settings settings) {
        this.settings = settings;
    }

    @Override
    public Set<String> schemes() {
        return Set.of("s3");
    }

    @Override
    public ObjectStore open(RootUrl store, Duration timeout, int connections) {
        for (String option : store.options().keySet()) {
            if (!OPTIONS.contains(option)) {
                throw new IllegalArgumentException(
                        "'" + option + "' is no option of an s3 root; allowed: " + String.join(", ", OPTIONS));
            }
        }
        if (!BUCKET.matcher(store.authority()).matches()) {
            throw new IllegalArgumentException("its bucket has a name that no bucket can have");
        }
        String region = store.options().get(REGION);
        if (region != null && !REGION_NAME.matcher(region).matches()) {
            throw new IllegalArgumentException("its region is none, such as eu-central-1");
        }
        URI endpoint = endpoint(store.options().get(ENDPOINT));
        boolean pathStyle = pathStyle(store.options().get(PATH_STYLE), endpoint != null);
        Supplier<S3Client> client = () -> S3Clients.client(
                settings,
                store.options().getOrDefault(PROFILE, settings.profile()),
                region,
                endpoint,
                pathStyle,
                timeout);
        return new S3ObjectStore(store.authority(), client);
    }

    private static @Nullable URI endpoint(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            URI endpoint = new URI(text.contains("://") ? text : "https://" + text);
            boolean usable = endpoint.getScheme().toLowerCase(Locale.ROOT).matches("https?")
                    && endpoint.getHost() != null
                    && endpoint.getUserInfo() == null
                    && endpoint.getQuery() == null;
            if (usable) {
                return endpoint;
            }
        } catch (URISyntaxException e) {
            // as any other that is none
        }
        throw new IllegalArgumentException("its endpoint is no URL of http or https with a host");
    }

    /** Servers other than Amazon's are mostly reached by one name. */
    private static boolean pathStyle(@Nullable String text, boolean ownEndpoint) {
        if (text == null) {
            return ownEndpoint;
        }
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("pathStyle of a root is neither true nor false");
        };
    }
}
