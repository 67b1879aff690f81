package dev.understudy.engine.mediaset;

import dev.understudy.catalog.CatalogRecord;
import dev.understudy.catalog.RecordFields;
import dev.understudy.engine.command.Commands;
import dev.understudy.engine.request.RawRequest;
import dev.understudy.engine.request.RequestReader;
import dev.understudy.engine.request.ResolvedObject;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.protocol.syntax.ObjectName;
import dev.understudy.protocol.syntax.PercentCoding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which set a request asks for, and what its members are. No file is opened.
 *
 * <p>Source: the reference's pages on media set requests, ImageSet and imageSet.
 */
public final class MediaSetPlanner {

    /** Members of all sets of one reply; the reference has no such limit. */
    private static final int MEMBERS = 2_000;

    /** Sets within sets, whatever the setting says: a set that leads to itself comes to an end. */
    public static final int DEPTH = 64;

    private static final int PAGES = 3;
    private static final int SHOWN = 100;

    private final RawRequest raw;
    private int members;
    private int depth;

    private MediaSetPlanner(RawRequest raw) {
        this.raw = raw;
    }

    /**
     * The set that a request asks for.
     *
     * @param text {@code imageSet=}, still encoded; null for the set of the record in the path
     * @throws ServeException when a text makes no sense, or names what may not be used
     */
    public static MediaSet of(RawRequest raw, @Nullable String text) throws ServeException {
        ResolvedObject object = RequestReader.object(raw.forRecords());
        MediaSetPlanner planner = new MediaSetPlanner(raw);
        if (text != null) {
            SetObjects objects = new SetObjects(raw, object.catalog());
            return planner.set(ofRequest(text), object.name(), object.record(), objects, null);
        }
        CatalogRecord record = object.record();
        if (record != null && definesSet(record)) {
            return planner.referenced(record, object.qualifiedName(), null);
        }
        return object.isEmpty() ? MediaSet.EMPTY : planner.single(object);
    }

    /** What is in braces is as it is; what is not has been encoded as a whole. */
    private static String ofRequest(String text) throws ServeException {
        boolean literal = text.startsWith("{") || text.startsWith("(");
        String structured = (literal ? text : PercentCoding.decode(text)).strip();
        if (!ImageSetReader.isBalanced(structured)) {
            String shown = structured.length() > SHOWN ? structured.substring(0, SHOWN) + "…" : structured;
            String allowed = Commands.IMAGE_SET.spellings().get(0).syntax().allowed();
            throw new ServeException(new Failure.InvalidParameter(Commands.IMAGE_SET.name(), shown, allowed));
        }
        return ImageSetReader.isEnclosed(structured) ? structured.substring(1, structured.length() - 1) : structured;
    }

    private static boolean definesSet(CatalogRecord record) {
        return !record.get(RecordFields.IMAGE_SET).isBlank();
    }

    /** What is no set is told of as though it were the one member of a set. */
    private MediaSet single(ResolvedObject object) throws ServeException {
        SetObjects objects = new SetObjects(raw.with(raw.policy().ofPath()), object.catalog());
        String name = ObjectName.ofPath(raw.path()).text();
        SetMember member = medium(name, object, objects);
        if (member == null) {
            ResolvedObject image = object.record() == null ? RequestReader.object(raw) : object;
            member = new SetMember(SetKind.IMAGE, new SetMember.Image(image, "", ""), null);
        }
        String told = member.content() instanceof SetMember.Medium medium
                ? medium.object().name()
                : object.qualifiedName();
        return new MediaSet(member.kind(), told, null, List.of(member));
    }

    /** The member of static content that a name means; null when it means an image. */
    private static @Nullable SetMember medium(String name, ResolvedObject image, SetObjects objects)
            throws ServeException {
        ContentObject content = objects.content(name);
        if (content == null) {
            return image.record() == null && ContentObject.isVideo(name)
                    ? new SetMember(SetKind.VIDEO, new SetMember.Medium(objects.file(name)), null)
                    : null;
        }
        if (content.isVideo()) {
            return new SetMember(SetKind.VIDEO, new SetMember.Medium(content), null);
        }
        return image.record() == null ? new SetMember(SetKind.STATIC, new SetMember.Medium(content), null) : null;
    }

    private MediaSet referenced(CatalogRecord record, String name, @Nullable SetKind wanted) throws ServeException {
        RawRequest configured = raw.with(raw.policy().ofConfigured());
        return set(
                record.get(RecordFields.IMAGE_SET), name, record, new SetObjects(configured, record.catalog()), wanted);
    }

    /**
     * The set that a text lists.
     *
     * @param record that the text belongs to; null for none
     * @param wanted the kind of a plain list; null when nobody says
     */
    private MediaSet set(
            String text, String name, @Nullable CatalogRecord record, SetObjects objects, @Nullable SetKind wanted)
            throws ServeException {
        return set(ImageSetReader.read(text), name, record, objects, wanted);
    }

    private MediaSet set(
            List<SetEntry> entries,
            String name,
            @Nullable CatalogRecord record,
            SetObjects objects,
            @Nullable SetKind wanted)
            throws ServeException {
        SetKind kind = kind(entries, record, objects);
        if (kind == SetKind.UNKNOWN_SET && wanted != null) {
            kind = wanted;
        }
        if (++depth > DEPTH) {
            throw new ServeException(new Failure.TooLarge("The depth of sets within sets", "the limit of " + DEPTH));
        }
        List<SetMember> found = new ArrayList<>();
        for (SetEntry entry : entries) {
            if (++members > MEMBERS) {
                throw new ServeException(
                        new Failure.TooLarge("The number of members of sets", "the limit of " + MEMBERS));
            }
            found.add(member(entry, kind, record, objects));
        }
        depth--;
        return new MediaSet(kind, name, record, found);
    }

    private static SetKind kind(List<SetEntry> entries, @Nullable CatalogRecord record, SetObjects objects)
            throws ServeException {
        SetKind named = record == null
                ? null
                : SetKind.ofAssetType(record.get(RecordFields.ASSET_TYPE)).orElse(null);
        if (named != null) {
            return named;
        }
        if (entries.stream().anyMatch(SetEntry::hasPages)) {
            return SetKind.PAGE_SET;
        }
        int most =
                entries.stream().mapToInt(entry -> entry.details().size()).max().orElse(0);
        if (most > 0) {
            return most > 1 ? SetKind.MEDIA_SET : SetKind.IMAGE_SET;
        }
        for (SetEntry entry : entries) {
            if (entry.member() instanceof SetItem.Inline
                    || entry.member() instanceof SetItem.Named reference
                            && otherSet(objects.image(reference.name()), record) != null) {
                return SetKind.SPIN_SET;
            }
        }
        return SetKind.UNKNOWN_SET;
    }

    /** The record of an object if it defines a set, and not the one that names it: there it is an image like any other. */
    private static @Nullable CatalogRecord otherSet(ResolvedObject object, @Nullable CatalogRecord naming) {
        CatalogRecord record = object.record();
        return record == null || isSame(record, naming) || !definesSet(record) ? null : record;
    }

    private static boolean isSame(CatalogRecord record, @Nullable CatalogRecord other) {
        return other != null
                && record.id().equals(other.id())
                && record.catalog().rootId().equals(other.catalog().rootId());
    }

    private SetMember member(SetEntry entry, SetKind kind, @Nullable CatalogRecord record, SetObjects objects)
            throws ServeException {
        SetMember.Swatch swatch = swatch(entry, objects);
        if (entry.hasPages()) {
            return new SetMember(SetKind.IMAGE_SET, new SetMember.Nested(pages(entry, objects)), swatch);
        }
        SetKind named =
                kind == SetKind.MEDIA_SET ? SetKind.ofEntry(entry.kind()).orElse(null) : null;
        if (entry.member() instanceof SetItem.Inline inline) {
            MediaSet set = set(inline.entries(), inline.text(), null, objects, inherited(kind, named));
            return nested(named != null && named.isSet() ? withKind(set, named) : set, swatch);
        }
        if (!(entry.member() instanceof SetItem.Named name) || name.isEmpty()) {
            throw new ServeException(
                    new Failure.Malformed("Each entry of a set begins with a name or a set in braces"));
        }
        return kind == SetKind.VIDEO_SET || named == SetKind.VIDEO || named == SetKind.STATIC
                ? content(name, named, objects, swatch)
                : named(name, kind, named, record, objects, swatch);
    }

    private SetMember named(
            SetItem.Named name,
            SetKind kind,
            @Nullable SetKind named,
            @Nullable CatalogRecord record,
            SetObjects objects,
            SetMember.@Nullable Swatch swatch)
            throws ServeException {
        ResolvedObject object = objects.image(name.name());
        CatalogRecord other = named == SetKind.IMAGE || kind == SetKind.PAGE_SET ? null : otherSet(object, record);
        if (other != null) {
            MediaSet set = referenced(other, object.qualifiedName(), inherited(kind, named));
            return nested(named != null && named.isSet() ? withKind(set, named) : set, swatch);
        }
        SetMember medium = named == null ? medium(name.name(), object, objects) : null;
        return medium == null
                ? new SetMember(SetKind.IMAGE, image(name, objects), swatch)
                : new SetMember(medium.kind(), medium.content(), swatch);
    }

    /** A set within another one that is nothing but a list is of the kind that is named, or else of the other's. */
    private static @Nullable SetKind inherited(SetKind outer, @Nullable SetKind named) {
        boolean lists = outer == SetKind.SPIN_SET || outer == SetKind.IMAGE_SET;
        return named != null ? named : lists ? outer : null;
    }

    private static MediaSet withKind(MediaSet set, SetKind kind) {
        return new MediaSet(kind, set.name(), set.record(), set.members());
    }

    private static SetMember nested(MediaSet set, SetMember.@Nullable Swatch swatch) throws ServeException {
        if (set.kind() == SetKind.MEDIA_SET) {
            throw new ServeException(
                    new Failure.Malformed("'" + set.name() + "' is a media set, which cannot be in another set"));
        }
        return new SetMember(set.kind(), new SetMember.Nested(set), swatch);
    }

    private static SetMember content(
            SetItem.Named name, @Nullable SetKind named, SetObjects objects, SetMember.@Nullable Swatch swatch)
            throws ServeException {
        ContentObject content = objects.content(name.name());
        SetKind kind = named == null ? SetKind.VIDEO : named;
        return new SetMember(kind, new SetMember.Medium(content == null ? objects.file(name.name()) : content), swatch);
    }

    private MediaSet pages(SetEntry entry, SetObjects objects) throws ServeException {
        if (entry.pages().size() > PAGES) {
            throw new ServeException(new Failure.TooLarge(
                    "The number of images of a page (" + entry.pages().size() + ")", "the limit of " + PAGES));
        }
        List<SetMember> found = new ArrayList<>();
        for (SetItem page : entry.pages()) {
            if (page instanceof SetItem.Named name && !name.isEmpty()) {
                found.add(new SetMember(SetKind.IMAGE, image(name, objects), null));
            }
        }
        return new MediaSet(SetKind.IMAGE_SET, "", null, found);
    }

    private static SetMember.@Nullable Swatch swatch(SetEntry entry, SetObjects objects) throws ServeException {
        SetItem swatch = entry.swatch().orElse(null);
        if (swatch == null) {
            return null;
        }
        if (swatch instanceof SetItem.SolidColor color) {
            return new SetMember.Plain(color.rgb(), color.label());
        }
        if (swatch instanceof SetItem.Named name) {
            return image(name, objects);
        }
        throw new ServeException(
                new Failure.Malformed("The swatch of a set's member is an image or a color, and no set"));
    }

    private static SetMember.Image image(SetItem.Named name, SetObjects objects) throws ServeException {
        return new SetMember.Image(objects.allowedImage(name.name()), name.modifier(), name.postModifier());
    }
}
