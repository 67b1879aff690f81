package dev.understudy.catalog.load;

import dev.understudy.catalog.file.IniEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A tenant by configuration.
 *
 * @param pid the configuration's PID
 * @param attributes names and values as written
 * @param received when it came or last changed
 */
public record TenantConfiguration(String pid, Map<String, String> attributes, Instant received)
        implements CatalogSource {

    public TenantConfiguration {
        attributes = Map.copyOf(attributes);
    }

    @Override
    public String name() {
        return pid;
    }

    @Override
    public String shortName() {
        return pid;
    }

    @Override
    public boolean isDefault() {
        return false;
    }

    @Override
    public Object version() {
        return attributes;
    }

    @Override
    public Entries read() {
        List<IniEntry> entries = attributes.entrySet().stream()
                .map(attribute ->
                        new IniEntry(attribute.getKey(), attribute.getValue().strip(), 0))
                .toList();
        return new Entries(version(), received, entries, List.of());
    }
}
