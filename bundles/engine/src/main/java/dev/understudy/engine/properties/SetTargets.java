package dev.understudy.engine.properties;

import dev.understudy.catalog.CatalogRecord;
import dev.understudy.catalog.RecordFields;
import dev.understudy.protocol.properties.DataNode;
import dev.understudy.protocol.properties.UserData;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The zoom targets of a record, as sets tell of them.
 *
 * <p>Source: the reference's page on Targets.
 */
final class SetTargets {

    private static final Pattern PROPERTY =
            Pattern.compile("target\\.(\\d{1,9})\\.(frame|rect|label|userdata)", Pattern.CASE_INSENSITIVE);

    private SetTargets() {}

    /** The targets in the order of their numbers; those without a rectangle are none. */
    static List<DataNode> of(CatalogRecord record) {
        SortedMap<Integer, Map<String, String>> targets = new TreeMap<>();
        UserData.properties(record.get(RecordFields.TARGETS)).forEach((name, value) -> {
            Matcher property = PROPERTY.matcher(name);
            if (property.matches()) {
                targets.computeIfAbsent(Integer.valueOf(property.group(1)), number -> new TreeMap<>())
                        .put(property.group(2).toLowerCase(Locale.ROOT), value);
            }
        });
        return targets.entrySet().stream()
                .filter(target -> target.getValue().containsKey("rect"))
                .map(target -> node(target.getKey(), target.getValue()))
                .toList();
    }

    private static DataNode node(int number, Map<String, String> values) {
        return DataNode.of("target")
                .value("num", String.valueOf(number))
                .value("frame", values.get("frame"))
                .value("rect", values.get("rect"))
                .value("label", values.get("label"))
                .value("userdata", values.get("userdata"));
    }
}
