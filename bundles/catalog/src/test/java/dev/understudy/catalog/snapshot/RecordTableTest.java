package dev.understudy.catalog.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.RecordField;
import dev.understudy.catalog.RecordFields;
import dev.understudy.image.PixelSize;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RecordTableTest {

    private static final List<RecordField<?>> ALL = List.of(
            RecordFields.PATH,
            RecordFields.SIZE,
            RecordFields.RESOLUTION,
            RecordFields.TIME_STAMP,
            RecordFields.EXPIRATION,
            RecordFields.THUMB_TYPE,
            RecordFields.USER_DATA);

    private static final List<RecordField<?>> DESCRIBED =
            List.of(RecordFields.PATH, RecordFields.MODIFIER, RecordFields.USER_DATA);

    private static final List<RecordField<?>> PATHS = List.of(RecordFields.PATH);

    /** Values of each type, of which most are different in each record; ids that come again; texts beyond Latin. */
    @Test
    void whatIsLookedUpIsWhatWasAdded() {
        Random random = new Random(7);
        Map<String, List<Object>> expected = new TreeMap<>();
        RecordTable.Builder builder = new RecordTable.Builder();
        for (int i = 0; i < 30_000; i++) {
            String id = (i % 3 == 0 ? "käse-" : i % 3 == 1 ? "плитка-" : "a") + random.nextInt(20_000);
            List<Object> values = values(random);
            builder.add(id, i % 2 == 0 ? ALL : PATHS, i % 2 == 0 ? values : values.subList(0, 1));
            expected.put(id, i % 2 == 0 ? values : values.subList(0, 1));
        }
        RecordTable table = builder.build();
        assertEquals(expected.size(), table.size());
        expected.forEach((id, values) -> assertEquals(values, found(table, id), id));
        assertEquals(expected.keySet(), table.ids().collect(Collectors.toCollection(TreeSet::new)));
        assertTrue(table.find("käse").isEmpty());
        assertTrue(table.find("").isEmpty());
        assertTrue(table.find("\uD800").isEmpty());
    }

    private static List<Object> values(Random random) {
        long millis = random.nextLong() >> random.nextInt(40) >> 12;
        return List.of(
                (random.nextBoolean() ? "folder/" : "папка/") + random.nextInt() + "\uD83D\uDE00".substring(0, 1),
                new PixelSize(random.nextInt(1 << 30), random.nextInt(3)),
                random.nextInt(10) == 0 ? -0.0 : random.nextDouble(),
                Instant.ofEpochMilli(millis),
                Duration.ofSeconds(random.nextInt(5000), random.nextInt(1_000_000_000)),
                random.nextInt(4),
                "x".repeat(random.nextInt(300)));
    }

    private static List<Object> found(RecordTable table, String id) {
        RecordData record = table.find(id).orElseThrow();
        assertEquals(id, record.id());
        List<Object> values = new ArrayList<>();
        record.fields().forEach(field -> values.add(record.get(field)));
        return values;
    }

    @Test
    void recordsOfAnyLengthHaveTheirPlace() {
        RecordTable.Builder builder = new RecordTable.Builder();
        Map<String, String> paths = new TreeMap<>();
        for (int length : new int[] {0, 1, (1 << 20) - 20, 1 << 20, 3_000_000, 5, 1 << 19, 1 << 19, (1 << 20) - 11}) {
            String id = "n" + paths.size();
            paths.put(id, String.valueOf((char) ('a' + paths.size())).repeat(length));
            builder.add(id, PATHS, List.of(paths.get(id)));
        }
        String longId = "ж".repeat(700_000);
        paths.put(longId, "long");
        builder.add(longId, PATHS, List.of("long"));
        RecordTable table = builder.build();
        paths.forEach(
                (id, path) -> assertEquals(path, table.find(id).orElseThrow().get(RecordFields.PATH)));
    }

    /** The goal is less than 400 bytes a record of a large catalog. Counted, so that it is the same everywhere. */
    @Test
    void aRecordTakesLittleMoreThanItsText() {
        int records = 200_000;
        RecordTable.Builder builder = new RecordTable.Builder();
        long text = 0;
        for (int i = 0; i < records; i++) {
            String id = "SKU-" + (1_000_000 + i) + "_main";
            String path = "products/" + i % 977 + "/" + i / 977 + "/sku-" + i + "-front.tif";
            String data = "name=Product number " + i + "\r\ncolor=red";
            text += id.length() + path.length() + data.length();
            builder.add(id, DESCRIBED, List.of(path, "op_sharpen=1&bgc=ffffff", data));
        }
        RecordTable table = builder.build();
        assertEquals(records, table.size());
        assertTrue(table.bytes() < text + 24L * records, table.bytes() + " bytes for " + text);
        assertTrue(table.bytes() < 130L * records, table.bytes() + " bytes");
        assertTrue(table.sharedValues() < 2500, table.sharedValues() + " values");
    }

    @Test
    void variantsAreFoundByWhatStandsBeforeTheirLastColon() {
        RecordTable.Builder builder = new RecordTable.Builder();
        for (int i = 0; i < 1000; i++) {
            builder.add("image " + i, PATHS, List.of("a.jpg"));
            for (int j = 0; j < i % 4; j++) {
                builder.add("image " + i + ":" + j, PATHS, List.of("b.jpg"));
            }
        }
        builder.add("image 3:0", PATHS, List.of("c.jpg"));
        builder.add("image 3:0:1", PATHS, List.of("c.jpg"));
        RecordTable table = builder.build();
        for (int i = 0; i < 1000; i++) {
            String id = "image " + i;
            Set<String> expected = new TreeSet<>();
            for (int j = 0; j < i % 4; j++) {
                expected.add(id + ":" + j);
            }
            assertEquals(expected, table.variants(id).collect(Collectors.toCollection(TreeSet::new)));
        }
        assertEquals(List.of("image 3:0:1"), table.variants("image 3:0").toList());
        assertEquals(List.of(), table.variants("image").toList());
    }

    @Test
    void aSmallTableTakesLittle() {
        RecordTable.Builder builder = new RecordTable.Builder();
        builder.add("a", PATHS, List.of("a.jpg"));
        assertTrue(builder.build().bytes() < 64);
        assertTrue(RecordTable.EMPTY.bytes() < 64);
    }

    @Test
    void whatIsNotReadAsItWasWrittenIsToldInTheOrderOfTheFile() {
        RecordTable.Builder builder = new RecordTable.Builder();
        builder.add("z", PATHS, List.of("lÃ¶we.jpg"));
        builder.add("b", PATHS, List.of("bÃ¤r.jpg"));
        builder.add("c", PATHS, List.of("löwe.jpg"));
        builder.add("a", PATHS, List.of("gnÃ¼.jpg"));
        builder.add("b", PATHS, List.of("bear.jpg"));
        for (int i = 0; i < 30; i++) {
            builder.add("later" + i, PATHS, List.of(i + "Ã¶.jpg"));
        }
        List<String> ids =
                builder.build().misreadable().stream().map(RecordData::id).toList();
        assertEquals(List.of("z", "a", "later0"), ids.subList(0, 3));
        assertEquals(20, ids.size());
    }

    @Test
    void theIdsOfSeveralTablesAreOneSet() {
        RecordTable large = table("b", "d", "a", "ж");
        RecordTable small = table("c", "a");
        IdSet ids = new IdSet(List.of(small, large, RecordTable.EMPTY, table("d", "e")));
        assertEquals(List.of("a", "b", "c", "d", "e", "ж"), new ArrayList<>(ids));
        assertEquals(6, ids.size());
        assertEquals(Set.of("a", "b", "c", "d", "e", "ж"), ids);
        assertTrue(ids.contains("c") && !ids.contains("f") && !ids.contains((Object) 1));
        assertTrue(new IdSet(List.of()).isEmpty());
    }

    @Test
    void aRecordIsTheSameEachTimeThatItIsLookedUp() {
        RecordTable table = table("a", "b");
        RecordData record = table.find("a").orElseThrow();
        assertEquals(record, table.find("a").orElseThrow());
        assertEquals(record.hashCode(), table.find("a").orElseThrow().hashCode());
        assertNotEquals(record, table.find("b").orElseThrow());
    }

    @Test
    void valuesThatRepeatAreKeptOnce() {
        RecordTable.Builder builder = new RecordTable.Builder();
        builder.add("a", PATHS, List.of(new String("same.jpg")));
        builder.add("b", PATHS, List.of(new String("same.jpg")));
        RecordTable table = builder.build();
        assertSame(
                table.find("a").orElseThrow().get(RecordFields.PATH),
                table.find("b").orElseThrow().get(RecordFields.PATH));
        assertEquals(1, table.sharedValues());
    }

    private static RecordTable table(String... ids) {
        RecordTable.Builder builder = new RecordTable.Builder();
        for (String id : ids) {
            builder.add(id, PATHS, List.of(id + ".jpg"));
        }
        return builder.build();
    }
}
