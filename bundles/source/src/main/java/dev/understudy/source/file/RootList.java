package dev.understudy.source.file;

import dev.understudy.settings.SettingSyntax;
import dev.understudy.source.RootUrl;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The roots in a setting, in the order in which they are searched.
 *
 * @param groups roots of one kind that stand beside each other
 */
public record RootList(List<RootGroup> groups) {

    private static final String SEPARATOR = ";";

    public RootList {
        groups = List.copyOf(groups);
    }

    /**
     * Roots of one kind.
     *
     * @param folders on this machine, absolute; none if there are stores
     * @param stores outside it; none if there are folders
     */
    public record RootGroup(List<Path> folders, List<RootUrl> stores) {

        public RootGroup {
            folders = List.copyOf(folders);
            stores = List.copyOf(stores);
        }
    }

    /** All folders. */
    public List<Path> folders() {
        return groups.stream().flatMap(group -> group.folders().stream()).toList();
    }

    /** All stores. */
    public List<RootUrl> stores() {
        return groups.stream().flatMap(group -> group.stores().stream()).toList();
    }

    /** Roots separated by semicolons, each once. */
    static SettingSyntax<RootList> syntax() {
        return SettingSyntax.list(
                "folders and roots on stores, " + RootUrl.FORM + ", separated by ';', or empty for none",
                SEPARATOR,
                RootList::parse);
    }

    private static RootList parse(String text) {
        List<RootGroup> groups = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        for (String root : text.split(SEPARATOR)) {
            RootGroup next = RootUrl.isUrl(root.strip())
                    ? new RootGroup(List.of(), List.of(RootUrl.of(root.strip())))
                    : new RootGroup(SettingSyntax.folders().parse(root), List.of());
            boolean isNew = seen.addAll(next.folders()) | seen.addAll(next.stores());
            if (isNew) {
                add(next, groups);
            }
        }
        return new RootList(groups);
    }

    private static void add(RootGroup next, List<RootGroup> groups) {
        RootGroup last = groups.isEmpty() ? null : groups.get(groups.size() - 1);
        if (last == null || last.folders().isEmpty() != next.folders().isEmpty()) {
            groups.add(next);
        } else {
            List<Path> folders = new ArrayList<>(last.folders());
            folders.addAll(next.folders());
            List<RootUrl> stores = new ArrayList<>(last.stores());
            stores.addAll(next.stores());
            groups.set(groups.size() - 1, new RootGroup(folders, stores));
        }
    }
}
