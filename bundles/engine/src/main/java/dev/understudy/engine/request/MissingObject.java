package dev.understudy.engine.request;

import dev.understudy.failure.Failure;
import dev.understudy.source.SourceKey;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * An object of a request whose file may turn out to be missing.
 *
 * @param command what names it, empty for the path
 * @param object what it comes to
 */
public record MissingObject(String command, ResolvedObject object) {

    private static final String VECTORS = ".svg";

    /**
     * The failure in the words of the request, if it is that a file is missing that the request names.
     *
     * @param others the objects that its plan is made of, such as members of sets, with the names that they were given
     */
    public static Failure inWordsOf(ImageRequest request, List<ResolvedObject> others, Failure failure) {
        if (!(failure instanceof Failure.Missing missing) || missing.cataloged()) {
            return failure;
        }
        return Stream.concat(
                        request.all().flatMap(MissingObject::of),
                        others.stream().map(object -> new MissingObject("", object)))
                .filter(named -> named.isFile(missing.object()))
                .findFirst()
                .<Failure>map(named -> new Failure.Missing(named.object.name(), false, named.command))
                .orElse(failure);
    }

    private static Stream<MissingObject> of(ImageRequest request) {
        return Stream.of(
                        Stream.of(new MissingObject("", request.object())),
                        request.sources().values().stream().flatMap(source -> of("src", source)),
                        request.masks().values().stream().flatMap(source -> of("mask", source)))
                .flatMap(objects -> objects);
    }

    private static Stream<MissingObject> of(String command, LayerSource source) {
        return source instanceof LayerSource.Named named
                ? Stream.of(new MissingObject(command, named.object()))
                : Stream.empty();
    }

    /** Whether it stands for a file; an image that is one of vectors by its file alone keeps that name, which tells so. */
    private boolean isFile(String name) {
        SourceKey file = object.record() == null ? object.source() : null;
        return file != null && file.toString().equals(name) && isVectors(name) == isVectors(object.name());
    }

    private static boolean isVectors(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(VECTORS);
    }
}
