package dev.understudy.engine.mediaset;

import dev.understudy.catalog.CatalogRecord;
import dev.understudy.engine.request.ResolvedObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A set of images, videos and other sets, with all names looked up.
 *
 * @param kind its kind; that of the member for what is no set
 * @param name how the set is asked for, or its text if it has no name
 * @param record the record that defines it; null for none, and for what is no set
 * @param members its members, in order
 */
public record MediaSet(SetKind kind, String name, @Nullable CatalogRecord record, List<SetMember> members) {

    /** What a request for nothing comes to. */
    public static final MediaSet EMPTY = new MediaSet(SetKind.EMPTY, "", null, List.of());

    public MediaSet {
        members = List.copyOf(members);
    }

    /** How many sets are within one another, this one included. */
    public int depth() {
        return 1 + nested().stream().mapToInt(MediaSet::depth).max().orElse(0);
    }

    /** The images that it shows, swatches included, in order. */
    public List<ResolvedObject> images() {
        List<ResolvedObject> images = new ArrayList<>();
        for (SetMember member : members) {
            if (member.content() instanceof SetMember.Image image) {
                images.add(image.object());
            } else if (member.content() instanceof SetMember.Nested nested) {
                images.addAll(nested.set().images());
            }
            if (member.swatch() instanceof SetMember.Image swatch) {
                images.add(swatch.object());
            }
        }
        return images;
    }

    private List<MediaSet> nested() {
        List<MediaSet> nested = new ArrayList<>();
        for (SetMember member : members) {
            if (member.content() instanceof SetMember.Nested set) {
                nested.add(set.set());
            }
        }
        return nested;
    }
}
