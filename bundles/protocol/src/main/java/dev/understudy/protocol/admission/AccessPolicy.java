package dev.understudy.protocol.admission;

import dev.understudy.catalog.Attribute;
import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.Catalogs;
import dev.understudy.catalog.DirectAccess;
import dev.understudy.catalog.RuleContext;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.protocol.rule.RuleBudget;
import dev.understudy.protocol.rule.RuleEvaluation;
import dev.understudy.protocol.rule.RuledRequest;
import dev.understudy.protocol.syntax.ObjectName;
import dev.understudy.serve.Answer;
import dev.understudy.serve.Forward;
import dev.understudy.serve.Reply;
import dev.understudy.source.SourceKey;
import java.net.InetAddress;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether an admitted request may use the objects that it names. Each name is checked as soon as it is read, wherever it stands
 * and whoever wrote it: variables of the request can be part of a name that a record's modifier gives.
 *
 * <p>Source: the reference's pages on ClientAddressFilter, RequestLock and AllowDirectAccess, which speak of the catalog in the
 * path; that other catalogs are guarded too is ours.
 */
public final class AccessPolicy {

    private final @Nullable Admission admission;
    private final boolean readsFiles;
    private final Predicate<SourceKey> missing;
    /** The catalogs that have a part in the request; common to all policies of the request. */
    private final Set<Catalog> participants;

    private final RuleBudget rules;
    private final CatalogGuards guards;

    private AccessPolicy(
            @Nullable Admission admission,
            boolean readsFiles,
            Predicate<SourceKey> missing,
            Set<Catalog> participants,
            RuleBudget rules,
            CatalogGuards guards) {
        this.admission = admission;
        this.readsFiles = readsFiles;
        this.missing = missing;
        this.participants = participants;
        this.rules = rules;
        this.guards = guards;
    }

    /** The policy that refuses nothing. */
    public static AccessPolicy unrestricted() {
        return new AccessPolicy(
                null, true, file -> false, ConcurrentHashMap.newKeySet(), new RuleBudget(), CatalogGuards.NONE);
    }

    /**
     * The policy for a request that the catalog in its path has let in.
     *
     * @param catalog that catalog
     * @param missing whether a file is known not to be there
     * @param rules what is left for the rules of nested requests
     */
    static AccessPolicy of(Admission admission, Catalog catalog, Predicate<SourceKey> missing, RuleBudget rules) {
        AccessPolicy policy =
                new AccessPolicy(admission, true, missing, ConcurrentHashMap.newKeySet(), rules, CatalogGuards.NONE);
        policy.participants.add(catalog);
        return policy;
    }

    /** The same policy, with the catalogs that have had a part in the request so far; of further ones each learns alone. */
    public AccessPolicy copy() {
        return new AccessPolicy(admission, readsFiles, missing, copyOf(participants), new RuleBudget(), guards);
    }

    /** A copy for the same request of another client. */
    public AccessPolicy forClient(InetAddress client) {
        Admission own = admission == null ? null : new Admission(client, admission.query(), admission.locked());
        return new AccessPolicy(own, readsFiles, missing, copyOf(participants), new RuleBudget(), guards);
    }

    private static Set<Catalog> copyOf(Set<Catalog> catalogs) {
        Set<Catalog> copy = ConcurrentHashMap.newKeySet();
        copy.addAll(catalogs);
        return copy;
    }

    /** The policy for types that tell of records alone: a path without a record leads them nowhere. */
    public AccessPolicy ofRecords() {
        return new AccessPolicy(admission, false, missing, participants, rules, guards);
    }

    /** The policy for objects of the same request that a catalog's attributes name: the operator has let them be used. */
    public AccessPolicy ofConfigured() {
        return new AccessPolicy(null, true, missing, participants, rules, guards);
    }

    /** The policy for what the path of a request names: the values that rules give attributes are for that alone. */
    public AccessPolicy ofPath() {
        return with(guards.ofPath());
    }

    /** The policy for a request that takes the place of this one, whose path no rules have been applied to. */
    public AccessPolicy besidesPath() {
        return with(guards.besidesPath());
    }

    /** Whether rules have named an object in the query. */
    public boolean isNamedByRules(String name) {
        return guards.names().contains(name);
    }

    /**
     * The policy for the request that rules have made, which is this request or one within it. The catalog of the rules has a part in it,
     * since they have let it in.
     */
    public AccessPolicy within(RuledRequest ruled) {
        if (!ruled.outcome().matched().isEmpty()) {
            participants.add(ruled.ruling());
        }
        return with(guards.after(ruled));
    }

    private AccessPolicy with(CatalogGuards others) {
        return others == guards ? this : new AccessPolicy(admission, readsFiles, missing, participants, rules, others);
    }

    /** Whether rules give attributes of a catalog other values for the path of the request than for what it names besides. */
    public boolean tellsPathApart(Catalog catalog) {
        return guards.unruled(catalog) != null;
    }

    /**
     * A catalog with the limits that hold for the request as a whole: its own, whatever rules say, as soon as the request has named
     * anything of it besides its path, with what rules give that if it is a request of its own.
     */
    public Catalog limited(Catalog catalog) {
        if (!tellsPathApart(catalog)) {
            return catalog;
        }
        Catalog limited = catalog;
        for (Catalog other : participants) {
            if (other != catalog && other.rootId().equals(catalog.rootId())) {
                limited = new LimitedCatalog(limited, other);
            }
        }
        return limited;
    }

    /**
     * Applies rules to a request within the request, which goes on {@linkplain #within under its own policy}.
     *
     * @param path still encoded
     * @param query still encoded; null for none
     * @param base the catalog whose rules are applied when the path names none
     * @throws ServeException {@code request.refused}
     */
    public RuledRequest ruled(String path, @Nullable String query, Catalog base, Catalogs catalogs)
            throws ServeException {
        ObjectName name = ObjectName.ofPath(path).normalized();
        Catalog named = catalogs.catalog(name.rootId()).orElse(name.isRooted() ? catalogs.defaultCatalog() : base);
        InetAddress client = admission == null ? null : admission.client();
        return RuleEvaluation.apply(named, RuleContext.IMAGE, path, query, client, catalogs, rules);
    }

    /**
     * Requires that a name may begin with a catalog; checked before it is known whether the catalog has what follows.
     *
     * @throws ServeException {@code request.refused}
     */
    public void require(Catalog catalog) throws ServeException {
        Catalog guard = guard(catalog);
        if (admission != null) {
            admission.requireAt(guard);
        }
    }

    /**
     * Requires that a record may be used. Records of the default catalog are there for every catalog.
     *
     * @param catalog that the record was named in
     * @throws ServeException {@code request.refused}
     */
    public void requireRecord(Catalog catalog) throws ServeException {
        guard(catalog);
        if (!catalog.rootId().isEmpty()) {
            require(catalog);
        }
    }

    /** The catalog that guards a name that begins with a catalog. Both have a part in the request. */
    private Catalog guard(Catalog catalog) {
        Catalog guard = guards.of(catalog);
        participants.add(catalog);
        if (admission != null) {
            // what the operator names is no reason to give what is named besides less room
            participants.add(guard);
        }
        return guard;
    }

    /**
     * Requires that a file may be used by its path.
     *
     * @param catalog whose file it is; those of the default catalog are its own
     * @param name as the request has it
     * @param file null when the name comes to no file
     * @throws ServeException {@code request.refused}; {@code object.unknown} for a file that may not be asked for by its path,
     *     when there is no such file
     */
    public void requireFile(Catalog catalog, DirectAccess.Kind kind, String name, @Nullable SourceKey file)
            throws ServeException {
        require(catalog);
        if (admission == null || !readsFiles) {
            return;
        }
        try {
            Admission.requireDirectAccess(catalog, kind);
        } catch (ServeException refused) {
            // An id that no record has looks like a path, but where nothing is, there is nothing to refuse.
            throw file != null && missing.test(file) ? new ServeException(new Failure.Missing(name, false)) : refused;
        }
    }

    /**
     * How much the client may know: the least that the catalogs that have a part in the request allow, so that none of them tells of
     * another.
     *
     * @param main the catalog that answers
     */
    public <T extends Comparable<T>> T least(Attribute<T> attribute, Catalog main) {
        return Stream.concat(Stream.of(main), participants.stream())
                .map(catalog -> catalog.get(attribute))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /**
     * The answer to the request, which caches that serve several clients may not keep where a catalog that has a part in it does not
     * serve every client.
     */
    public Answer guarded(Answer answer) {
        if (answer instanceof Forward forward) {
            Function<Failure, Reply> stop = forward.onNoResponse();
            boolean shareable = forward.shareable() && !isFiltered();
            return new Forward(
                    forward.cause(),
                    forward.target(),
                    shareable,
                    forward.varying(),
                    why -> guardedReply(stop.apply(why)));
        }
        return guardedReply((Reply) answer);
    }

    private Reply guardedReply(Reply reply) {
        return isFiltered() ? reply.withFreshness(reply.freshness().forClientAlone()) : reply;
    }

    /** Whether a catalog that has a part in the request, as far as it has been read, serves some clients only. */
    public boolean isFiltered() {
        return participants.stream()
                .anyMatch(
                        catalog -> catalog.get(Attributes.CLIENT_ADDRESS_FILTER).restricts());
    }
}
