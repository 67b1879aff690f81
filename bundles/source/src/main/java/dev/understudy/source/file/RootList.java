package dev.understudy.source.file;

import dev.understudy.settings.SettingSyntax;
import dev.understudy.source.RootUrl;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The roots in a setting.
 *
 * @param folders on this machine, absolute
 * @param stores outside it
 */
public record RootList(List<Path> folders, List<RootUrl> stores) {

    private static final String SEPARATOR = ";";

    public RootList {
        folders = List.copyOf(folders);
        stores = List.copyOf(stores);
    }

    /** Roots separated by semicolons, each once. */
    static SettingSyntax<RootList> syntax() {
        return SettingSyntax.list(
                "folders and roots on stores, " + RootUrl.FORM + ", separated by ';', or empty for none",
                SEPARATOR,
                RootList::parse);
    }

    private static RootList parse(String text) {
        List<String> folders = new ArrayList<>();
        List<RootUrl> stores = new ArrayList<>();
        for (String root : text.split(SEPARATOR)) {
            if (RootUrl.isUrl(root.strip())) {
                stores.add(RootUrl.of(root.strip()));
            } else {
                folders.add(root);
            }
        }
        return new RootList(
                SettingSyntax.folders().parse(String.join(SEPARATOR, folders)),
                stores.stream().distinct().toList());
    }
}
