package dev.understudy.codec.jpeg.decode;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.jpeg.syntax.ScanHeader;
import java.util.ArrayList;
import java.util.List;

/**
 * A scan, and what has been defined before it.
 *
 * @param header its header
 * @param tables the tables at that time
 * @param across units in a row
 * @param down rows of units
 * @param components in the order of the scan
 */
record FrameScan(ScanHeader header, DecodingTables tables, int across, int down, List<ScanComponent> components) {

    FrameScan {
        components = List.copyOf(components);
    }

    static FrameScan of(ScanHeader header, FrameLayout layout, DecodingTables tables) throws DamagedException {
        boolean alone = header.components().size() == 1;
        List<ScanComponent> components = new ArrayList<>();
        for (ScanHeader.Component component : header.components()) {
            int index = index(component.id(), layout);
            if (components.stream().anyMatch(other -> other.index() == index)) {
                throw new DamagedException("a scan of a component twice");
            }
            components.add(new ScanComponent(index, layout.components().get(index), component.tables(), alone));
        }
        if (components.isEmpty()) {
            throw new DamagedException("a scan of no component");
        }
        ComponentLayout first = components.get(0).layout();
        return new FrameScan(
                header,
                tables.copy(),
                alone ? first.blocksAcross() : layout.unitsAcross(),
                alone ? first.blocksDown() : layout.unitsDown(),
                components);
    }

    /** The same scan for another thread, which has predictions of its own. */
    FrameScan forAnother() {
        List<ScanComponent> others =
                components.stream().map(ScanComponent::forAnother).toList();
        return new FrameScan(header, tables, across, down, others);
    }

    private static int index(int id, FrameLayout layout) throws DamagedException {
        for (int i = 0; i < layout.components().size(); i++) {
            if (layout.components().get(i).component().id() == id) {
                return i;
            }
        }
        throw new DamagedException("a scan of a component that does not exist");
    }

    /** How many blocks it has. */
    long blocks() {
        long blocks = 0;
        for (ScanComponent component : components) {
            blocks += (long) across * down * component.across() * component.down();
        }
        return blocks;
    }

    /** How many blocks of it are wanted. */
    long wantedBlocks() {
        long blocks = 0;
        for (ScanComponent component : components) {
            ComponentLayout layout = component.layout();
            blocks += (long) layout.x().blocks() * layout.y().blocks();
        }
        return blocks;
    }
}
