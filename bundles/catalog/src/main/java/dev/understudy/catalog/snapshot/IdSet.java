package dev.understudy.catalog.snapshot;

import java.util.AbstractSet;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** The ids of all records of some tables, as a view: it takes no memory, and they are put in order when somebody goes through them. */
final class IdSet extends AbstractSet<String> {

    private final List<RecordTable> largestFirst;

    IdSet(List<RecordTable> tables) {
        largestFirst = tables.stream()
                .sorted(Comparator.comparingInt(RecordTable::size).reversed())
                .toList();
    }

    @Override
    public boolean contains(Object id) {
        return id instanceof String text && largestFirst.stream().anyMatch(table -> table.contains(text));
    }

    @Override
    public Iterator<String> iterator() {
        return largestFirst.stream()
                .flatMap(RecordTable::ids)
                .sorted()
                .distinct()
                .iterator();
    }

    /** The ids of the largest table are not gone through. */
    @Override
    public int size() {
        int size = 0;
        for (int i = 0; i < largestFirst.size(); i++) {
            RecordTable table = largestFirst.get(i);
            List<RecordTable> larger = largestFirst.subList(0, i);
            size += larger.isEmpty() ? table.size() : (int) newIn(table, larger);
        }
        return size;
    }

    private static long newIn(RecordTable table, List<RecordTable> others) {
        Stream<String> ids = table.ids();
        return ids.filter(id -> others.stream().noneMatch(other -> other.contains(id)))
                .count();
    }
}
