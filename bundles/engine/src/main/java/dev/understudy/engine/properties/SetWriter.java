package dev.understudy.engine.properties;

import dev.understudy.catalog.CatalogRecord;
import dev.understudy.catalog.RecordFields;
import dev.understudy.engine.imagemap.AreaReader;
import dev.understudy.engine.mediaset.ContentObject;
import dev.understudy.engine.mediaset.MediaSet;
import dev.understudy.engine.mediaset.SetKind;
import dev.understudy.engine.mediaset.SetMember;
import dev.understudy.engine.request.ResolvedObject;
import dev.understudy.image.PixelSize;
import dev.understudy.protocol.properties.DataNode;
import dev.understudy.protocol.properties.UserData;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells of a set: {@code req=set}.
 *
 * <p>Source: the reference's page on media set requests; the names of elements and values are those that clients read.
 */
final class SetWriter {

    private static final String VERSION = "1.0";

    private final SetFacts facts;
    private final String labelKey;
    private final int brochures;
    private int pages;

    /**
     * A writer of one reply.
     *
     * @param facts what is known of the images
     * @param labelKey the property of user data that labels are taken from; empty for none
     * @param brochures the number of pages of page sets that are told of with all that their records say
     */
    SetWriter(SetFacts facts, String labelKey, int brochures) {
        this.facts = facts;
        this.labelKey = labelKey;
        this.brochures = brochures;
    }

    /** The set and all that is in it. */
    DataNode set(MediaSet set) {
        DataNode node = DataNode.of("set")
                .value("pv", VERSION)
                .value("type", set.kind().type())
                .value("n", set.name().isEmpty() ? null : set.name());
        CatalogRecord record = set.record();
        if (record != null) {
            node.part(userData(record)).list(SetTargets.of(record));
            map(record, node);
        }
        if (set.kind() == SetKind.IMAGE && set.members().get(0).content() instanceof SetMember.Image image) {
            node.list(relations(image.object()));
        }
        set.members().forEach(member -> node.part(item(member, set.kind())));
        return node;
    }

    private DataNode item(SetMember member, SetKind outer) {
        boolean all = outer != SetKind.PAGE_SET || ++pages <= brochures;
        DataNode node = DataNode.of("item");
        if (member.kind() != SetKind.IMAGE) {
            node.value("type", member.kind().type());
        }
        if (member.content() instanceof SetMember.Image image) {
            image(image, member.swatch(), all, node);
        } else if (member.content() instanceof SetMember.Medium medium) {
            medium(member.kind(), medium.object(), node);
            node.part(swatch(member.swatch()));
        } else if (member.content() instanceof SetMember.Nested nested) {
            node.part(all ? set(nested.set()) : new SetWriter(facts, labelKey, 0).bare(nested.set()));
            node.part(swatch(member.swatch() == null ? first(nested.set()) : member.swatch()));
        }
        return node;
    }

    /** The pages of a set of which no more is told than where they are. */
    private DataNode bare(MediaSet set) {
        DataNode node =
                DataNode.of("set").value("pv", VERSION).value("type", set.kind().type());
        for (SetMember member : set.members()) {
            DataNode item = DataNode.of("item");
            if (member.content() instanceof SetMember.Image image) {
                image(image, null, false, item);
            }
            node.part(item);
        }
        return node;
    }

    private void image(SetMember.Image image, SetMember.@Nullable Swatch swatch, boolean all, DataNode node) {
        node.part(image("i", image)).part(swatch(swatch == null ? image : swatch));
        SetFacts.Fact fact = facts.of(image.object());
        if (fact != null) {
            node.value("dx", String.valueOf(fact.size().width()))
                    .value("dy", String.valueOf(fact.size().height()))
                    .value("iv", fact.version());
        }
        CatalogRecord record = image.object().record();
        if (record != null && all) {
            node.part(userData(record)).list(SetTargets.of(record));
            map(record, node);
        } else if (record != null) {
            node.value("mapSuppressed", record.has(RecordFields.MAP) ? "1" : null)
                    .value("userdataSuppressed", record.has(RecordFields.USER_DATA) ? "1" : null);
        }
    }

    /** The areas of a record's image map, or that nobody can read them: that is no reason to have no set. */
    private static void map(CatalogRecord record, DataNode node) {
        try {
            node.list(MapResponder.nodes("map", AreaReader.read(record.get(RecordFields.MAP))));
        } catch (IllegalArgumentException e) {
            node.value("mapUnreadable", "1");
        }
    }

    private DataNode image(String name, SetMember.Image image) {
        return DataNode.of(name)
                .value("n", image.object().qualifiedName())
                .value("mod", image.modifier().isEmpty() ? null : image.modifier())
                .value("pmod", image.postModifier().isEmpty() ? null : image.postModifier())
                .value("l", label(image.object()));
    }

    private @Nullable DataNode swatch(SetMember.@Nullable Swatch swatch) {
        if (swatch instanceof SetMember.Plain color) {
            return DataNode.of("s")
                    .value("rgb", color.rgb())
                    .value("l", color.label().isEmpty() ? null : color.label());
        }
        return swatch instanceof SetMember.Image image ? image("s", image) : null;
    }

    /** The first image in a set, which stands for it when nothing else is said to. */
    private static SetMember.@Nullable Swatch first(MediaSet set) {
        for (SetMember member : set.members()) {
            if (member.content() instanceof SetMember.Image image) {
                return image;
            }
        }
        return null;
    }

    private void medium(SetKind kind, ContentObject object, DataNode node) {
        CatalogRecord record = object.record();
        PixelSize size = record == null ? PixelSize.NONE : record.get(RecordFields.VIDEO_SIZE);
        node.part(DataNode.of(kind == SetKind.VIDEO ? "v" : "d")
                .value("path", object.address())
                .value("dx", size.width() == 0 ? null : String.valueOf(size.width()))
                .value("dy", size.height() == 0 ? null : String.valueOf(size.height()))
                .value("bitrate", object.bitRate() == 0 ? null : String.valueOf(object.bitRate()))
                .value("suffix", object.suffix().isEmpty() ? null : object.suffix())
                .value("id", object.name()));
        if (record != null) {
            node.part(userData(record));
        }
    }

    private static List<DataNode> relations(ResolvedObject object) {
        CatalogRecord record = object.record();
        return record == null
                ? List.of()
                : record.catalog().variants(record.id()).stream()
                        .map(variant -> DataNode.of("relation")
                                .value("n", name(variant))
                                .part(userData(variant)))
                        .toList();
    }

    private static String name(CatalogRecord record) {
        String rootId = record.catalog().rootId();
        return rootId.isEmpty() ? record.id() : rootId + "/" + record.id();
    }

    private static @Nullable DataNode userData(CatalogRecord record) {
        Map<String, String> properties = UserData.properties(record.get(RecordFields.USER_DATA));
        return properties.isEmpty() ? null : DataNode.ofProperties("userdata", properties);
    }

    private @Nullable String label(ResolvedObject object) {
        CatalogRecord record = object.record();
        if (record == null || labelKey.isEmpty()) {
            return null;
        }
        return UserData.properties(record.get(RecordFields.USER_DATA)).entrySet().stream()
                .filter(property -> property.getKey().equalsIgnoreCase(labelKey))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
