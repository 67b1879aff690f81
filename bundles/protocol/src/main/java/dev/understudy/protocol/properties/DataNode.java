package dev.understudy.protocol.properties;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A part of a reply that is no flat list of properties: named values, and parts within it. An element in XML; in JSON an object, or
 * an array of objects where several parts of one name lie side by side.
 */
public final class DataNode {

    private final String name;
    private final boolean freeNames;
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Set<String> listed = new HashSet<>();

    private DataNode(String name, boolean freeNames) {
        this.name = name;
        this.freeNames = freeNames;
    }

    /** What a part has under one name. */
    sealed interface Member {}

    /** A value. */
    record Value(String text) implements Member {}

    /** Parts side by side. */
    record Parts(List<DataNode> nodes) implements Member {}

    /** A part whose values have names that XML can have as attributes. */
    public static DataNode of(String name) {
        return new DataNode(name, false);
    }

    /** A part whose values have names that somebody else chose; XML has an element {@code property} for each. */
    public static DataNode ofProperties(String name, Map<String, String> properties) {
        DataNode node = new DataNode(name, true);
        properties.forEach(node::value);
        return node;
    }

    /** Adds a value; none if it is null. */
    public DataNode value(String valueName, @Nullable String text) {
        if (text != null) {
            members.put(valueName, new Value(text));
        }
        return this;
    }

    /** Adds a part within this one, beside others of its name; none if it is null. */
    public DataNode part(@Nullable DataNode part) {
        if (part != null) {
            Member beside = members.computeIfAbsent(part.name, any -> new Parts(new ArrayList<>()));
            if (!(beside instanceof Parts parts)) {
                throw new IllegalArgumentException("'" + part.name + "' is a value");
            }
            parts.nodes().add(part);
        }
        return this;
    }

    /** Adds parts within this one, which JSON has as an array even if it is a single one. */
    public DataNode list(List<DataNode> parts) {
        parts.forEach(part -> {
            part(part);
            listed.add(part.name);
        });
        return this;
    }

    String name() {
        return name;
    }

    boolean hasFreeNames() {
        return freeNames;
    }

    boolean isListed(String partName) {
        return listed.contains(partName);
    }

    Map<String, Member> members() {
        return members;
    }
}
