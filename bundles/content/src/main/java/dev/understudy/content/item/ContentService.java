package dev.understudy.content.item;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.Catalogs;
import dev.understudy.catalog.RuleContext;
import dev.understudy.catalog.RuleHeader;
import dev.understudy.failure.ErrorForm;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.failure.StandIns;
import dev.understudy.observe.AccessRecord;
import dev.understudy.observe.CacheUse;
import dev.understudy.observe.LogText;
import dev.understudy.observe.RepeatFilter;
import dev.understudy.protocol.admission.Admission;
import dev.understudy.protocol.admission.AdmissionResult;
import dev.understudy.protocol.locale.Localization;
import dev.understudy.protocol.syntax.ObjectName;
import dev.understudy.serve.Answer;
import dev.understudy.serve.Body;
import dev.understudy.serve.ErrorRenderer;
import dev.understudy.serve.Forward;
import dev.understudy.serve.Forwardable;
import dev.understudy.serve.Freshness;
import dev.understudy.serve.RedirectTarget;
import dev.understudy.serve.Reply;
import dev.understudy.source.Source;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.SourceLease;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Answers requests for static content. */
public final class ContentService {

    private static final Logger LOG = LoggerFactory.getLogger(ContentService.class);

    /** How long content of a store is waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SourceAccess sources;
    private final ErrorRenderer errors;
    private final TaggedSources tagged = new TaggedSources();
    private final ItemProperties properties;
    private final RepeatFilter repeats = new RepeatFilter(InstantSource.system());
    private final ContentFaults faults;

    public ContentService(SourceAccess sources, ErrorRenderer errors) {
        this.sources = sources;
        this.errors = errors;
        faults = new ContentFaults(errors);
        properties = new ItemProperties(sources, InstantSource.system());
    }

    /**
     * Answers a request; every failure has become an answer.
     *
     * @param path what follows the mount and a slash, still encoded
     * @param query still encoded; null for none
     * @param client the address of the client
     * @param forwardable whether the request may be sent to a secondary server
     * @param revalidation whether the client has got an answer before and wants another one only if it has changed
     * @param fault the faults that the client asks for; null for none
     * @param accessRecord gets what the access log says about the request
     */
    public Answer answer(
            String path,
            @Nullable String query,
            InetAddress client,
            Catalogs catalogs,
            Forwardable forwardable,
            boolean revalidation,
            @Nullable String fault,
            AccessRecord accessRecord) {
        long begin = System.nanoTime();
        accessRecord.requestType("");
        AdmissionResult admission =
                AdmissionResult.of(RuleContext.STATIC, path, query, client, catalogs, file -> false);
        accessRecord.transformedTarget(admission.rules().target());
        Answer answer =
                admission.policy().guarded(answer(admission, forwardable, revalidation, fault, accessRecord, begin));
        List<RuleHeader> headers = admission.rules().headers();
        return !headers.isEmpty() && answer instanceof Reply reply && reply.standIn() == null
                ? reply.withHeaders(headers)
                : answer;
    }

    private Answer answer(
            AdmissionResult admission,
            Forwardable forwardable,
            boolean revalidation,
            @Nullable String fault,
            AccessRecord accessRecord,
            long begin) {
        ObjectName name = ObjectName.ofPath(admission.path());
        Catalogs catalogs = admission.catalogs();
        Catalog main = name.catalog(catalogs);
        identify(main, accessRecord);
        try {
            ContentCommands commands = commands(name, admission);
            accessRecord.requestType(commands.requestType().logName());
            Item item = Item.find(name, Localization.localized(catalogs, main, commands.locale()));
            item.requireAccess(admission.policy(), commands.requestType());
            tellUnused(commands, main, item, accessRecord);
            main = item.catalog();
            identify(main, accessRecord);
            accessRecord.pathBasedAccess(item.record() == null);
            accessRecord.parseNanos(System.nanoTime() - begin);
            try (SourceLease lease = fetched(item, commands)) {
                Answer faulty = faults.answer(
                        fault,
                        item,
                        admission.policy(),
                        accessRecord,
                        failure -> failed(
                                failure,
                                item.catalog(),
                                ContentCommands.errorForm(admission.query()),
                                forwardable,
                                accessRecord),
                        () -> reply(item, commands, false));
                return faulty == null ? reply(item, commands, revalidation) : faulty;
            }
        } catch (ServeException e) {
            return failed(e.failure(), main, ContentCommands.errorForm(admission.query()), forwardable, accessRecord);
        } finally {
            accessRecord.fetchNanos(System.nanoTime() - begin - accessRecord.parseNanos());
        }
    }

    private static void identify(Catalog catalog, AccessRecord accessRecord) {
        accessRecord.rootId(catalog.rootId());
        accessRecord.timing(catalog.get(Attributes.TIMING_HEADERS));
    }

    /** Notes the commands that have no effect; clients are told where the catalogs of the request and of the item allow it. */
    private static void tellUnused(ContentCommands commands, Catalog main, Item item, AccessRecord accessRecord) {
        List<String> unused = new ArrayList<>(commands.unused());
        if (!commands.locale().isEmpty() && !Localization.isUsedBy(main)) {
            unused.add("locale");
        }
        accessRecord.ignored(
                unused, main.get(Attributes.ALLOW_EXPLAIN) && item.catalog().get(Attributes.ALLOW_EXPLAIN));
    }

    /** The commands of a request that is let in. */
    private static ContentCommands commands(ObjectName name, AdmissionResult admission) throws ServeException {
        if (admission.refusal() != null) {
            throw new ServeException(admission.refusal());
        }
        Admission.requireNamed(name.catalog(admission.catalogs()), admission.catalogs());
        name.requireSafe();
        return ContentCommands.read(admission.query());
    }

    /** Has content of a store be at hand, where the answer tells anything of it. */
    private SourceLease fetched(Item item, ContentCommands commands) throws ServeException {
        boolean told = commands.requestType() == ContentRequestType.CONTENT
                || commands.requestType() == ContentRequestType.PROPS;
        return told && sources.isRemote(item.key())
                ? sources.fetch(
                        List.of(item.key()),
                        item.catalog().rootId(),
                        Instant.now().plus(PATIENCE))
                : SourceLease.NONE;
    }

    private Reply reply(Item item, ContentCommands commands, boolean revalidation) throws ServeException {
        if (commands.requestType() != ContentRequestType.CONTENT) {
            return properties.reply(item, commands);
        }
        String wanted = commands.type();
        if (!wanted.isEmpty() && !item.type().isEmpty() && !wanted.equals(item.type())) {
            throw new ServeException(
                    new Failure.Refused("The content is of type '" + item.type() + "', not of '" + wanted + "'"));
        }
        if (revalidation && item.neverChanges(commands)) {
            return Reply.notModified(item.freshness(commands, item.lifetime()));
        }
        if (commands.isPacked()) {
            return PackedText.reply(item, sources, commands.form())
                    .withFreshness(item.freshness(commands, item.lifetime()));
        }
        TaggedSource opened = tagged.open(item.key(), sources);
        Source source = opened.source();
        return new Reply(
                200,
                MediaTypes.of(item.path()),
                new Body.Opened(source.channel(), source.stamp().length(), source::overwritten),
                item.freshness(commands, item.lifetime()),
                opened.tag(),
                item.modified(Instant.ofEpochMilli(source.stamp().modified())),
                List.of(source.stamp()),
                CacheUse.UNDEFINED,
                null);
    }

    private Answer failed(
            Failure failure, Catalog catalog, ErrorForm form, Forwardable forwardable, AccessRecord accessRecord) {
        accessRecord.exception(failure.kind().code() + ": " + failure.message());
        String problem = failure instanceof Failure.SlowRule ? failure.message() : catalog.rootId();
        String more = failure.concernsOperators() && accessRecord.injected() == null
                ? repeats.pass(failure.kind().code() + ' ' + problem)
                : null;
        if (more != null) {
            LOG.atLevel(failure.kind().isServerFault() ? Level.ERROR : Level.WARN)
                    .setCause(failure.cause())
                    .log("{}{}", LogText.cut(failure.logMessage()), more);
        }
        Function<Failure, Reply> text = why -> errors.text(
                        why, form, catalog.get(Attributes.ERROR_STATUS), catalog.get(Attributes.ERROR_DETAIL))
                .withFreshness(Freshness.ofError(why.kind(), catalog, forwardable));
        StandIns.Options options =
                new StandIns.Options(forwardable.within(catalog), false, false, false, false, false, false);
        return StandIns.decide(failure.kind(), StandIns.Rung.REQUEST, options) == StandIns.Decision.FORWARD
                ? new Forward(failure, RedirectTarget.of(catalog), text)
                : text.apply(failure);
    }
}
