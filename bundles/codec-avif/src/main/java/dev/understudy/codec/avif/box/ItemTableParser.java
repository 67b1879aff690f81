package dev.understudy.codec.avif.box;

import dev.understudy.codec.guard.UnsupportedException;
import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.io.InputSegment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the items of a file from its box {@code meta}.
 *
 * <p>Source: section 8.11 of ISO/IEC 14496-12.
 */
final class ItemTableParser {

    private final Input input;
    private final Map<String, IsoBox> boxes = new HashMap<>();

    private ItemTableParser(Input input, IsoBox meta) throws IOException {
        this.input = input;
        for (IsoBox box : meta.children(input, 4)) {
            boxes.putIfAbsent(box.type(), box);
        }
    }

    static ItemTable parse(Input input, IsoBox meta) throws IOException {
        return new ItemTableParser(input, meta).parse();
    }

    private ItemTable parse() throws IOException {
        requireImages();
        Map<Long, String> types = readTypes();
        Map<Long, List<InputSegment>> locations = LocationParser.parse(input, fields("iloc"), boxes.get("idat"));
        Map<Long, List<ImageItem.Property>> properties = PropertyParser.parse(input, box("iprp"));
        Map<Long, ImageItem> items = new LinkedHashMap<>();
        types.forEach((id, type) -> items.put(
                id,
                new ImageItem(
                        id, type, locations.getOrDefault(id, List.of()), properties.getOrDefault(id, List.of()))));
        return new ItemTable(readPrimary(), items, readReferences());
    }

    private void requireImages() throws IOException {
        FieldReader handler = fields("hdlr");
        handler.version();
        handler.u32();
        if (!handler.text(4).equals("pict")) {
            throw new UnsupportedException("it holds no image but something else");
        }
    }

    private long readPrimary() throws IOException {
        FieldReader in = fields("pitm");
        return in.version() == 0 ? in.u16() : in.u32();
    }

    private Map<Long, String> readTypes() throws IOException {
        IsoBox list = box("iinf");
        FieldReader head = FieldReader.of(input.bytes(list.start(), Math.min(4, list.length())), list.type());
        int skipped = head.version() == 0 ? 6 : 8;
        Map<Long, String> types = new LinkedHashMap<>();
        for (IsoBox entry : list.children(input, skipped)) {
            FieldReader in = FieldReader.of(input, entry);
            int version = in.version();
            if (entry.type().equals("infe") && version >= 2) {
                long id = version == 2 ? in.u16() : in.u32();
                in.u16(); // its protection
                types.putIfAbsent(id, in.text(4));
            }
        }
        return types;
    }

    private List<Reference> readReferences() throws IOException {
        IsoBox list = boxes.get("iref");
        if (list == null) {
            return List.of();
        }
        int width = FieldReader.of(input.bytes(list.start(), Math.min(4, list.length())), list.type())
                                .version()
                        == 0
                ? 2
                : 4;
        List<Reference> references = new ArrayList<>();
        for (IsoBox entry : list.children(input, 4)) {
            FieldReader in = FieldReader.of(input, entry);
            long from = in.number(width);
            int count = in.u16();
            List<Long> to = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                to.add(in.number(width));
            }
            references.add(new Reference(entry.type(), from, to));
        }
        return references;
    }

    private FieldReader fields(String type) throws IOException {
        return FieldReader.of(input, box(type));
    }

    private IsoBox box(String type) throws DamagedException {
        IsoBox box = boxes.get(type);
        if (box == null) {
            throw new DamagedException("it has no box '" + type + "'");
        }
        return box;
    }
}
