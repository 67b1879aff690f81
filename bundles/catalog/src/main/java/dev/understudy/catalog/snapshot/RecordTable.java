package dev.understudy.catalog.snapshot;

import dev.understudy.catalog.RecordField;
import dev.understudy.catalog.RecordFields;
import dev.understudy.catalog.file.Utf8Reading;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The records of one data file, by id. They are kept as bytes, since catalogs can be large and are kept whole, and become objects when
 * they are looked up. Immutable.
 */
public final class RecordTable {

    /** No records. */
    public static final RecordTable EMPTY = new Builder().build();

    private static final int MISREADABLE = 20;

    private final RecordBytes bytes;
    private final IdIndex index;
    private final SharedValues shared;
    private final List<List<RecordField<?>>> fieldLists;
    private final VariantIndex variants;
    private final List<RecordData> misreadable;

    private RecordTable(Builder builder) {
        this.bytes = builder.bytes;
        this.index = builder.index;
        this.variants = builder.variants;
        this.shared = builder.shared;
        this.fieldLists = List.copyOf(builder.fieldLists);
        this.misreadable = builder.misreadable.stream()
                .filter(reference -> index.find(builder.id(reference), at -> at == reference) == reference)
                .limit(MISREADABLE)
                .map(this::record)
                .toList();
    }

    /** The first records of the file whose path would be another one in UTF-8. */
    public List<RecordData> misreadable() {
        return misreadable;
    }

    /** The record with this id. */
    public Optional<RecordData> find(String id) {
        int reference = index.find(id, at -> ValueCode.isText(id, bytes.at(at)));
        return reference == IdIndex.NONE ? Optional.empty() : Optional.of(record(reference));
    }

    /** Whether there is a record with this id. */
    boolean contains(String id) {
        return index.find(id, at -> ValueCode.isText(id, bytes.at(at))) != IdIndex.NONE;
    }

    private RecordData record(int reference) {
        ByteCursor in = bytes.at(reference);
        String id = ValueCode.readText(in);
        List<RecordField<?>> fields = fieldLists.get((int) in.number());
        Object[] values = new Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = ValueCode.read(in, shared);
        }
        return new RecordData(id, fields, values);
    }

    /** The ids that are this one, a colon and a suffix; some may come twice. */
    Stream<String> variants(String id) {
        return variants.find(id, reference -> ValueCode.readText(bytes.at(reference)))
                .mapToObj(reference -> ValueCode.readText(bytes.at(reference)));
    }

    /** The ids, in no order. */
    Stream<String> ids() {
        return index.references().mapToObj(reference -> ValueCode.readText(bytes.at(reference)));
    }

    /** How many there are. */
    public int size() {
        return index.size();
    }

    /** The bytes that records and index take, without the values that are kept as objects. */
    long bytes() {
        return bytes.size() + index.bytes() + variants.bytes();
    }

    /** How many values are kept as objects, whatever the number of records. */
    int sharedValues() {
        return shared.size();
    }

    /** Collects records; of several with the same id the last one counts. To be used for one table. */
    public static final class Builder {

        /** More than are told, since records that come later can take the place of some. */
        private static final int CANDIDATES = 50 * MISREADABLE;

        private final RecordBytes bytes = new RecordBytes();
        private final IdIndex index = new IdIndex();
        private final VariantIndex variants = new VariantIndex();
        private final SharedValues shared = new SharedValues();
        private final List<List<RecordField<?>>> fieldLists = new ArrayList<>();
        private final Map<List<RecordField<?>>, Integer> fieldListNumbers = new IdentityHashMap<>();
        private final List<Integer> misreadable = new ArrayList<>();
        private final ByteSink sink = new ByteSink();

        /**
         * Adds a record.
         *
         * @param fields the fields that it has values for; kept, so several records should come with the same list
         * @param values one a field, of the field's type
         */
        public void add(String id, List<RecordField<?>> fields, List<Object> values) {
            sink.clear();
            ValueCode.writeText(id, sink);
            sink.putNumber(number(fields));
            boolean legible = true;
            for (int i = 0; i < values.size(); i++) {
                RecordField<?> field = fields.get(i);
                ValueCode.write(field, values.get(i), shared, sink);
                legible &= field != RecordFields.PATH
                        || Utf8Reading.of((String) values.get(i)).isEmpty();
            }
            int reference = bytes.append(sink.bytes(), sink.length());
            index.put(id, reference, at -> ValueCode.isText(id, bytes.at(at)));
            variants.put(id, reference, this::id);
            if (!legible && misreadable.size() < CANDIDATES) {
                misreadable.add(reference);
            }
        }

        private int number(List<RecordField<?>> fields) {
            Integer known = fieldListNumbers.putIfAbsent(fields, fieldLists.size());
            if (known != null) {
                return known;
            }
            fieldLists.add(fields);
            return fieldLists.size() - 1;
        }

        private String id(int reference) {
            return ValueCode.readText(bytes.at(reference));
        }

        public RecordTable build() {
            bytes.trim();
            index.freeze();
            variants.freeze();
            shared.freeze();
            return new RecordTable(this);
        }
    }
}
