package dev.understudy.tools.lint;

import dev.understudy.catalog.RuleContext;
import dev.understudy.content.item.Item;
import dev.understudy.engine.codec.OutputFormats;
import dev.understudy.engine.planning.PlannedRequest;
import dev.understudy.engine.planning.RequestPlanner;
import dev.understudy.engine.request.RawRequest;
import dev.understudy.engine.request.ReadRequest;
import dev.understudy.engine.request.RequestReader;
import dev.understudy.engine.request.UnusedModifier;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.protocol.admission.AdmissionResult;
import dev.understudy.protocol.syntax.ObjectName;
import dev.understudy.serve.ClientHints;
import dev.understudy.source.SourceAccess;
import dev.understudy.tools.setup.SiteFiles;
import dev.understudy.tools.url.RequestTarget;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and plans a request as the server does, draws nothing, and tells what came of it. */
final class RequestLint {

    private final SiteFiles site;
    private final OutputFormats formats;

    /**
     * @param site without catalogs, only what can be told without them is looked at
     * @param formats what the server writes
     */
    RequestLint(SiteFiles site, OutputFormats formats) {
        this.site = site;
        this.formats = formats;
    }

    /** What there is to say of a request; nothing of one that is answered as it was. */
    List<LintFinding> findings(RequestTarget target) {
        List<LintFinding> findings = new ArrayList<>();
        for (TextCheck check : TextCheck.values()) {
            LintFinding found = check.find(target);
            if (found != null) {
                findings.add(found);
            }
        }
        switch (target.mount()) {
            case RequestTarget.IMAGE -> image(target, findings);
            case RequestTarget.CONTENT -> content(target, findings);
            default ->
                findings.add(new LintFinding(
                        LintLevel.ERROR, "mount.not-served", target.mount() + " is not served by this server"));
        }
        return findings;
    }

    private void image(RequestTarget target, List<LintFinding> findings) {
        ReadRequest read = read(target);
        read.request()
                .all()
                .flatMap(request -> request.unused().stream())
                .distinct()
                .forEach(unused -> {
                    LintFinding found = unused(unused);
                    if (found != null) {
                        findings.add(found);
                    }
                });
        try {
            PlannedRequest planned = RequestPlanner.plan(read);
            if (site.known()) {
                new SiteLint(site, findings).look(planned);
            }
        } catch (ServeException | RuntimeException e) {
            // Whatever fails here fails in the server too, which answers by an error.
            Failure failure = Failure.of(e);
            findings.add(new LintFinding(LintLevel.ERROR, failure.kind().code(), failure.message()));
        }
    }

    private ReadRequest read(RequestTarget target) {
        AdmissionResult admission =
                AdmissionResult.of(target.path(), target.query(), null, site.catalogs(), file -> false);
        RawRequest raw = new RawRequest(
                admission.path(),
                admission.query(),
                admission.catalogs(),
                formats,
                admission.policy(),
                ClientHints.NONE,
                admission.rules());
        return RequestReader.read(raw, admission.refusal());
    }

    private @Nullable LintFinding unused(UnusedModifier unused) {
        String name = "'" + unused.name() + "' is ignored: " + unused.reason().words();
        return switch (unused.reason()) {
            case UNKNOWN_COMMAND ->
                TextCheck.explains(unused.name()) ? null : new LintFinding(LintLevel.WARNING, "command.unknown", name);
            case UNKNOWN_MACRO -> site.known() ? new LintFinding(LintLevel.WARNING, "preset.unknown", name) : null;
            case IGNORED_BY_EFFECTS -> new LintFinding(LintLevel.NOTE, "command.not-of-effects", name);
            case IGNORED_WHEN_NESTED -> new LintFinding(LintLevel.NOTE, "command.not-nested", name);
            default -> new LintFinding(LintLevel.WARNING, "command.without-effect", name);
        };
    }

    private void content(RequestTarget target, List<LintFinding> findings) {
        AdmissionResult admission = AdmissionResult.of(
                RuleContext.STATIC, target.path(), target.query(), null, site.catalogs(), file -> false);
        ObjectName name = ObjectName.ofPath(admission.path());
        if (!site.known() || name.normalized().idUnderRoot().isEmpty()) {
            return;
        }
        Item item = Item.find(name, admission.catalogs());
        SourceAccess contents = site.contents();
        if (contents != null) {
            SiteLint.file(item.key(), contents, site.elsewhere(), findings);
        } else if (item.record() == null) {
            findings.add(new LintFinding(
                    LintLevel.NOTE,
                    "content.by-path",
                    "'" + item.path() + "' is no record: it is looked for as a file"));
        }
    }
}
