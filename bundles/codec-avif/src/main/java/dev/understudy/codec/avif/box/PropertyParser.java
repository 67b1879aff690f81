package dev.understudy.codec.avif.box;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the properties of items, and which item has which. */
final class PropertyParser {

    private PropertyParser() {}

    static Map<Long, List<ImageItem.Property>> parse(Input input, IsoBox properties) throws IOException {
        List<IsoBox> known = List.of();
        Map<Long, List<ImageItem.Property>> byItem = new HashMap<>();
        for (IsoBox box : properties.children(input, 0)) {
            if (box.type().equals("ipco")) {
                known = box.children(input, 0);
            } else if (box.type().equals("ipma")) {
                readAssociations(FieldReader.of(input, box), known, byItem);
            }
        }
        return byItem;
    }

    private static void readAssociations(FieldReader in, List<IsoBox> known, Map<Long, List<ImageItem.Property>> byItem)
            throws DamagedException {
        int version = in.u8();
        in.u16();
        boolean wide = (in.u8() & 1) != 0;
        long count = in.u32();
        for (long i = 0; i < count; i++) {
            long id = version == 0 ? in.u16() : in.u32();
            List<ImageItem.Property> properties = byItem.computeIfAbsent(id, any -> new ArrayList<>());
            int associations = in.u8();
            for (int j = 0; j < associations; j++) {
                int value = wide ? in.u16() : in.u8();
                int index = value & (wide ? 0x7fff : 0x7f);
                if (index > known.size()) {
                    throw new DamagedException("a property of its image is missing");
                }
                if (index > 0) {
                    properties.add(new ImageItem.Property(known.get(index - 1), value >> (wide ? 15 : 7) == 1));
                }
            }
        }
    }
}
