package dev.understudy.catalog.load;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.file.IniEntry;
import dev.understudy.catalog.file.Utf8Reading;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A tenant by configuration.
 *
 * @param name the path of the configuration's file; its PID where no file is known
 * @param attributes names and values as written
 * @param received when it came or last changed
 */
public record TenantConfiguration(String name, Map<String, String> attributes, Instant received)
        implements CatalogSource {

    public TenantConfiguration {
        attributes = Map.copyOf(attributes);
    }

    @Override
    public String shortName() {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
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
        boolean utf8 = attributes.entrySet().stream()
                .anyMatch(attribute -> attribute.getKey().equalsIgnoreCase(Attributes.ENCODING.name())
                        && attribute.getValue().strip().equalsIgnoreCase(StandardCharsets.UTF_8.name()));
        List<IniEntry> entries = attributes.entrySet().stream()
                .map(attribute -> {
                    String value = attribute.getValue().strip();
                    // Installers of configurations take files for ISO-8859-1.
                    return new IniEntry(
                            attribute.getKey(), utf8 ? Utf8Reading.of(value).orElse(value) : value, 0);
                })
                .toList();
        return new Entries(version(), received, entries, List.of());
    }
}
