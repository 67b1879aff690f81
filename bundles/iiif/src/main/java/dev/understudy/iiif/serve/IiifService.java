package dev.understudy.iiif.serve;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.Catalogs;
import dev.understudy.catalog.RuleHeader;
import dev.understudy.failure.ErrorForm;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.failure.StatusPolicy;
import dev.understudy.iiif.request.IiifTarget;
import dev.understudy.iiif.request.ImageFacts;
import dev.understudy.iiif.request.ImageQuery;
import dev.understudy.image.PixelSize;
import dev.understudy.observe.AccessRecord;
import dev.understudy.serve.Answer;
import dev.understudy.serve.Call;
import dev.understudy.serve.ClientHints;
import dev.understudy.serve.ErrorRenderer;
import dev.understudy.serve.Forwardable;
import dev.understudy.serve.Freshness;
import dev.understudy.serve.ImageService;
import dev.understudy.serve.Json;
import dev.understudy.serve.Md5;
import dev.understudy.serve.NegotiatedHeader;
import dev.understudy.serve.Reply;
import dev.understudy.serve.StandIn;
import dev.understudy.source.Stamp;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests of the IIIF Image API by asking the image service in its own words. Whatever guards a catalog, limits its replies or stands
 * in for its images does so here, too; errors have the statuses that HTTP means for them, as the API wants it.
 */
public final class IiifService {

    private static final String JSON = "application/json";
    private static final String LINKED_DATA = "application/ld+json;profile=\"" + ImageInformation.CONTEXT + "\"";
    private static final int SEE_OTHER = 303;

    /** How often an image is asked for whose file is replaced meanwhile. */
    private static final int ATTEMPTS = 3;

    private final ImageService images;
    private final Supplier<Catalogs> catalogs;
    private final ErrorRenderer errors;
    private final KnownFacts known;
    private final int tileSize;

    /**
     * @param images makes the images
     * @param catalogs says whose they are
     * @param errors tells of requests that cannot be read
     * @param tileSize width and height of the tiles that clients are told to ask for, pixels
     */
    public IiifService(
            ImageService images, Supplier<Catalogs> catalogs, ErrorRenderer errors, int tileSize, InstantSource clock) {
        this.images = images;
        this.catalogs = catalogs;
        this.errors = errors;
        this.tileSize = tileSize;
        this.known = new KnownFacts(clock);
    }

    /** Answers a request; every failure has become an answer. */
    public Reply answer(IiifCall call) {
        Catalogs snapshot = catalogs.get();
        try {
            IiifTarget target = IiifTarget.parse(call.path());
            if (target instanceof IiifTarget.Base) {
                return redirect(call, target);
            }
            return target instanceof IiifTarget.Image image
                    ? image(call, image, snapshot)
                    : information(call, target, snapshot);
        } catch (ServeException e) {
            return failed(call, e.failure(), snapshot);
        }
    }

    /** Answers a request without waiting for anything; null when that is not possible, or is nothing to hurry about. */
    public @Nullable Reply answerAtOnce(IiifCall call) {
        Catalogs snapshot = catalogs.get();
        try {
            if (!(IiifTarget.parse(call.path()) instanceof IiifTarget.Image image)) {
                return null;
            }
            ImageFacts facts = known.fresh(image.object(), snapshot, call.client());
            if (facts == null) {
                return null;
            }
            Catalog catalog = catalog(image, snapshot);
            ImageQuery query = ImageQuery.of(image, facts, catalog.rootId(), catalog.get(Attributes.MAX_PIX));
            Reply reply = images.serveAtOnce(call(call, query.path(), query.query(), snapshot, call.accessRecord()));
            return reply == null || !facts.isOf(reply.stamps()) ? null : linked(reply, call, image, query);
        } catch (ServeException e) {
            return null;
        }
    }

    private Reply redirect(IiifCall call, IiifTarget target) {
        String url = url(call, target) + "/" + IiifTarget.INFORMATION;
        return Reply.of("text/plain;charset=utf-8", (url + "\n").getBytes(StandardCharsets.UTF_8))
                .withStatus(SEE_OTHER)
                .withHeaders(List.of(new RuleHeader("Location", url, false)));
    }

    private Reply information(IiifCall call, IiifTarget target, Catalogs snapshot) throws ServeException {
        Reply properties = properties(call, target, snapshot, call.accessRecord());
        if (properties.standIn() != null) {
            return asHttp(properties);
        }
        ImageFacts facts = facts(properties, call, target, snapshot);
        PixelSize most = catalog(target, snapshot).get(Attributes.MAX_PIX);
        String json = Json.of(ImageInformation.of(url(call, target), facts.size(), most, tileSize)) + "\n";
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return Reply.of(call.linkedData() ? LINKED_DATA : JSON, bytes)
                .withFreshness(properties.freshness())
                .withDigest(Md5.of(bytes))
                .withStamps(properties.stamps())
                .alsoVaryingBy(Set.of(NegotiatedHeader.ACCEPT))
                .withHeaders(List.of(profile()));
    }

    private Reply image(IiifCall call, IiifTarget.Image target, Catalogs snapshot) throws ServeException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Reply reply = image(call, target, snapshot, attempt > 0);
            if (reply != null) {
                return reply;
            }
        }
        throw new ServeException(new Failure.Unavailable(
                FailureKind.STORAGE_UNAVAILABLE, "'" + target.object() + "' is replaced again and again", null));
    }

    /**
     * The image, or what stands in for it.
     *
     * @param again whether everything is looked at anew
     * @return null when the image is not of the file whose size it was reckoned with
     */
    private @Nullable Reply image(IiifCall call, IiifTarget.Image target, Catalogs snapshot, boolean again)
            throws ServeException {
        ImageFacts facts = again ? null : known.fresh(target.object(), snapshot, call.client());
        Reply unseen = null;
        if (facts == null) {
            Reply properties = properties(call.withoutFault(), target, snapshot, new AccessRecord());
            StandIn why = properties.standIn();
            if (why == null) {
                facts = facts(properties, call.withoutFault(), target, snapshot);
            } else {
                unseen = asHttp(properties).withFreshness(Freshness.NO_STORE);
                // whoever is turned away does not learn the size
                facts = why.cause().allows(FailureKind.AllowedStandIn.LAST_GOOD) ? known.last(target.object()) : null;
            }
        }
        Catalog catalog = catalog(target, snapshot);
        ImageQuery query = facts == null
                ? ImageQuery.ofMissing(target)
                : ImageQuery.of(target, facts, catalog.rootId(), catalog.get(Attributes.MAX_PIX));
        String commands = again ? query.query() + "&cache=validate" : query.query();
        Reply reply = served(images.serve(call(call, query.path(), commands, snapshot, call.accessRecord())));
        if (unseen != null) {
            return standsIn(reply, facts) ? linked(reply, call, target, query) : unseen;
        }
        boolean mixed = reply.standIn() == null && facts != null && !facts.isOf(reply.stamps());
        return mixed ? null : linked(reply, call, target, query);
    }

    /** Whether a reply stands in for an image that cannot be looked at; a sound one was asked for by a guess and shows another part. */
    private static boolean standsIn(Reply reply, @Nullable ImageFacts facts) {
        StandIn standIn = reply.standIn();
        return standIn != null && (facts != null || standIn.kind() != StandIn.Kind.STALE);
    }

    /** The properties of an image, or why there are none. */
    private Reply properties(IiifCall call, IiifTarget target, Catalogs snapshot, AccessRecord accessRecord) {
        return served(images.serve(call(call, target.object(), "req=imageprops", snapshot, accessRecord)));
    }

    /** What properties tell; of a template, which has no file, how large its image is. */
    private ImageFacts facts(Reply properties, IiifCall call, IiifTarget target, Catalogs snapshot)
            throws ServeException {
        PropertyLines told = PropertyLines.of(properties);
        PixelSize size = new PixelSize(told.number("image.width"), told.number("image.height"));
        List<Stamp> files = properties.stamps();
        boolean template = size.area() == 0;
        if (template) {
            Reply reply =
                    served(images.serve(call(call, target.object(), "req=props&scl=1", snapshot, new AccessRecord())));
            StandIn why = reply.standIn();
            if (why != null) {
                throw new ServeException(
                        new Failure.Unavailable(why.cause(), "The size of the image cannot be found out now", null));
            }
            PropertyLines made = PropertyLines.of(reply);
            size = new PixelSize(made.number("image.width"), made.number("image.height"));
            files = reply.stamps();
        }
        if (size.area() == 0) {
            throw new ServeException(new Failure.Missing(target.object(), false));
        }
        ImageFacts facts = new ImageFacts(size, template || told.number("image.mask") > 0, template, files);
        known.put(target.object(), snapshot, call.client(), facts);
        return facts;
    }

    private static Reply linked(Reply reply, IiifCall call, IiifTarget target, ImageQuery query) {
        StandIn standIn = reply.standIn();
        if (standIn != null && standIn.kind() != StandIn.Kind.STALE) {
            return asHttp(reply);
        }
        String canonical = "<" + url(call, target) + "/" + query.canonical() + ">;rel=\"canonical\"";
        return reply.withHeaders(List.of(new RuleHeader("Link", canonical, false), profile()));
    }

    private static RuleHeader profile() {
        return new RuleHeader("Link", "<" + ImageInformation.PROFILE + ">;rel=\"profile\"", true);
    }

    /** An error with the status that HTTP means for it, whatever its catalog says. */
    private static Reply asHttp(Reply reply) {
        StandIn standIn = reply.standIn();
        return standIn == null || standIn.kind() != StandIn.Kind.TEXT
                ? reply
                : reply.withStatus(standIn.cause().status(StatusPolicy.HTTP));
    }

    private Reply failed(IiifCall call, Failure failure, Catalogs snapshot) {
        call.accessRecord().requestType("IIIF");
        call.accessRecord().exception(failure.kind().code() + ": " + failure.message());
        int detail = snapshot.defaultCatalog().get(Attributes.ERROR_DETAIL);
        return errors.text(failure, ErrorForm.PLAIN, StatusPolicy.HTTP, detail).withFreshness(Freshness.NO_STORE);
    }

    /** The catalog that an object belongs to: that of its first element, else the default one. */
    private static Catalog catalog(IiifTarget target, Catalogs snapshot) {
        String object = target.object();
        int slash = object.indexOf('/');
        return slash < 0
                ? snapshot.defaultCatalog()
                : snapshot.catalog(decoded(object.substring(0, slash))).orElse(snapshot.defaultCatalog());
    }

    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return segment;
        }
    }

    private static String url(IiifCall call, IiifTarget target) {
        return call.root() + "/" + target.identifier();
    }

    /** Requests are never forwarded: a secondary server speaks the protocol of the catalogs, not this one. */
    private static Call call(IiifCall call, String path, String query, Catalogs snapshot, AccessRecord accessRecord) {
        return new Call(
                path,
                query,
                call.client(),
                call.deadline(),
                Forwardable.NO,
                snapshot,
                accessRecord,
                false,
                ClientHints.NONE,
                call.revalidation(),
                false,
                call.fault());
    }

    private static Reply served(Answer answer) {
        if (answer instanceof Reply reply) {
            return reply;
        }
        throw new IllegalStateException("a request was to be forwarded that may not be");
    }
}
