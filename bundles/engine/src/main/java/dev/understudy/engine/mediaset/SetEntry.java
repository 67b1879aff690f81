package dev.understudy.engine.mediaset;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An entry of the text of a set: a member, perhaps with a swatch and the name of its kind.
 *
 * @param pages the images of a page, or the one member
 * @param details what follows the member, separated by semicolons: a swatch, a kind, and a place that is reserved
 */
record SetEntry(List<SetItem> pages, List<SetItem> details) {

    SetEntry {
        pages = List.copyOf(pages);
        details = List.copyOf(details);
    }

    /** The member. */
    SetItem member() {
        return pages.get(0);
    }

    /** Whether it has a colon between pages. */
    boolean hasPages() {
        return pages.size() > 1;
    }

    /** The swatch; empty for none. */
    Optional<SetItem> swatch() {
        return details.stream()
                .limit(1)
                .filter(item -> !(item instanceof SetItem.Named name && name.isEmpty()))
                .findFirst();
    }

    /** The name of the kind; empty for none. */
    String kind() {
        return details.size() > 1 && details.get(1) instanceof SetItem.Named name ? name.name() : "";
    }

    /** All items but the name of the kind and what is reserved. */
    Stream<SetItem> items() {
        return Stream.concat(pages.stream(), swatch().stream());
    }
}
