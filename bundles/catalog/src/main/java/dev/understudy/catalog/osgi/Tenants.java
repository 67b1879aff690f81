package dev.understudy.catalog.osgi;

import dev.understudy.catalog.CatalogProblem;
import dev.understudy.catalog.load.TenantConfiguration;
import dev.understudy.catalog.watch.ConfiguredTenants;
import dev.understudy.settings.ByteOrderMark;
import dev.understudy.settings.ConfigurationFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tenants that Config Admin knows: factory configurations whose properties are attributes. Values may be text, numbers,
 * flags, or several of them. File Install makes a single configuration of a file whose name has {@code ~} where it wants
 * {@code -}; that is a tenant too.
 */
final class Tenants implements ConfiguredTenants {

    /** The factory PID. */
    static final String PID = "dev.understudy.tenant";

    private static final Logger LOG = LoggerFactory.getLogger(Tenants.class);

    private static final int FIRST_LISTS = 5;

    /** More tenants than these would start in a fraction of the time as attribute files. */
    private static final int MANY = 1000;

    private static final long MAX_AGE_MILLIS = 10_000;

    private final ConfigurationAdmin admin;
    private final TenantFiles files;
    private final InstantSource clock;
    private volatile boolean stale = true;
    private boolean told;
    private int lists;
    private long listed;
    private List<Found> found = List.of();
    private List<TenantConfiguration> tenants = List.of();

    /**
     * @param files the files that configurations come from
     */
    Tenants(ConfigurationAdmin admin, TenantFiles files, InstantSource clock) {
        this.admin = admin;
        this.files = files;
        this.clock = clock;
    }

    @Override
    public List<TenantConfiguration> list() {
        refresh();
        return tenants;
    }

    @Override
    public List<CatalogProblem> strays() {
        refresh();
        return files.strays(found, clock.millis());
    }

    /** Has the configurations listed again: one of them has changed. */
    void changed() {
        stale = true;
    }

    /**
     * Lists the configurations if one has changed, and from time to time in any case. The first times nobody could have said so: changes are
     * told to what is registered.
     */
    private void refresh() {
        long now = clock.millis();
        if (stale || lists < FIRST_LISTS || Math.abs(now - listed) > MAX_AGE_MILLIS) {
            stale = false;
            lists = Math.min(lists + 1, FIRST_LISTS);
            listed = now;
            try {
                found = found();
            } catch (RuntimeException e) {
                stale = true;
                throw e;
            }
            tenants = configurations(found, clock.instant());
            tellOnceIfMany();
        }
    }

    private void tellOnceIfMany() {
        if (tenants.size() > MANY && !told) {
            told = true;
            LOG.warn(
                    "{} tenants by configuration: Config Admin goes through all of them for each. As attribute files in the"
                            + " catalog folder, they start in a fraction of the time",
                    tenants.size());
        }
    }

    private static List<TenantConfiguration> configurations(List<Found> found, Instant received) {
        return found.stream()
                .filter(Found::isTenant)
                .map(each -> new TenantConfiguration(each.file().name(), attributes(each.properties()), received))
                .toList();
    }

    /** Whether an event about this PID, or about one of this factory, may concern a tenant. */
    static boolean concerns(String pid) {
        return pid.startsWith(PID);
    }

    /**
     * A configuration that is a tenant's or looks like one.
     *
     * @param file where it comes from
     */
    record Found(String pid, Map<String, Object> properties, ConfigurationFile file, boolean isTenant) {}

    private List<Found> found() {
        List<Found> found = new ArrayList<>();
        for (Configuration configuration : configurations()) {
            String pid = configuration.getPid();
            properties(configuration)
                    .ifPresent(properties -> found.add(new Found(
                            pid,
                            properties,
                            ConfigurationFile.of(pid, properties),
                            PID.equals(configuration.getFactoryPid()) || pid.startsWith(PID + "~"))));
        }
        return found;
    }

    private Configuration[] configurations() {
        try {
            Configuration[] found = admin.listConfigurations("(service.pid=" + PID + "*)");
            return found == null ? new Configuration[0] : found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The properties of a configuration; nothing when it has just been deleted. */
    private static Optional<Map<String, Object>> properties(Configuration configuration) {
        try {
            Dictionary<String, Object> properties = configuration.getProperties();
            return properties == null
                    ? Optional.empty()
                    : Optional.of(ByteOrderMark.removed(FrameworkUtil.asMap(properties)));
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }

    /** The properties of the framework and of installers have a period in their names, attributes have none. */
    static Map<String, String> attributes(Map<String, Object> properties) {
        Map<String, String> attributes = new HashMap<>();
        properties.forEach((name, value) -> {
            if (name.indexOf('.') < 0) {
                attributes.put(name, text(value));
            }
        });
        return attributes;
    }

    private static String text(Object value) {
        if (value instanceof Boolean flag) {
            return flag ? "1" : "0";
        } else if (value instanceof Collection<?> several) {
            return several.stream().map(Tenants::text).collect(Collectors.joining(","));
        } else if (value.getClass().isArray()) {
            return IntStream.range(0, Array.getLength(value))
                    .mapToObj(i -> text(Array.get(value, i)))
                    .collect(Collectors.joining(","));
        }
        return value.toString();
    }
}
