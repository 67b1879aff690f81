package dev.understudy.catalog.osgi;

import dev.understudy.catalog.load.TenantConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/**
 * The tenants that Config Admin knows: factory configurations whose properties are attributes. Values may be text, numbers,
 * flags, or several of them.
 */
final class Tenants {

    /** The factory PID. */
    static final String PID = "dev.understudy.tenant";

    private final ConfigurationAdmin admin;
    private final InstantSource clock;

    Tenants(ConfigurationAdmin admin, InstantSource clock) {
        this.admin = admin;
        this.clock = clock;
    }

    /** All of them as they are now. */
    List<TenantConfiguration> list() {
        List<TenantConfiguration> tenants = new ArrayList<>();
        for (Configuration configuration : configurations()) {
            attributes(configuration)
                    .map(attributes -> new TenantConfiguration(configuration.getPid(), attributes, clock.instant()))
                    .ifPresent(tenants::add);
        }
        return tenants;
    }

    private Configuration[] configurations() {
        try {
            Configuration[] found = admin.listConfigurations("(service.factoryPid=" + PID + ")");
            return found == null ? new Configuration[0] : found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The attributes of a configuration; nothing when it has just been deleted. */
    private static Optional<Map<String, String>> attributes(Configuration configuration) {
        try {
            return Optional.ofNullable(configuration.getProperties()).map(Tenants::attributes);
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }

    /** The properties of the framework and of installers have a period in their names, attributes have none. */
    static Map<String, String> attributes(Dictionary<String, Object> properties) {
        Map<String, String> attributes = new HashMap<>();
        for (String name : Collections.list(properties.keys())) {
            if (name.indexOf('.') < 0) {
                attributes.put(name, text(properties.get(name)));
            }
        }
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
