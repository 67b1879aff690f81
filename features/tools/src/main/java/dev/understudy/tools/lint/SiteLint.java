package dev.understudy.tools.lint;

import dev.understudy.catalog.FontRecord;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.plan.LayerPlan;
import dev.understudy.engine.plan.RequestedProfile;
import dev.understudy.engine.planning.PlannedRequest;
import dev.understudy.engine.request.ResolvedObject;
import dev.understudy.engine.text.Typesetter;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.source.RootUrl;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.SourceKey;
import dev.understudy.tools.setup.SiteFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Looks for what a planned request needs of its site: records, files, fonts and color profiles. */
final class SiteLint {

    private final SiteFiles site;
    private final List<LintFinding> findings;

    /**
     * @param site whose catalogs the request was planned with
     * @param findings where to add what is missing
     */
    SiteLint(SiteFiles site, List<LintFinding> findings) {
        this.site = site;
        this.findings = findings;
    }

    /** Adds what is missing; nothing for what needs no image. */
    void look(PlannedRequest planned) {
        ImagePlan plan = planned.plan();
        if (plan == null) {
            return;
        }
        SourceAccess images = site.images();
        if (images == null) {
            planned.objects().forEach(this::record);
        } else {
            planned.sources().stream()
                    .filter(file -> !file.isForeign())
                    .forEach(file -> file(file, images, site.elsewhere(), findings));
            profile(plan, images);
        }
        fonts(plan);
    }

    /** Without the files one can only say what a catalog does not have. */
    private void record(ResolvedObject object) {
        if (object.record() == null && !object.isEmpty()) {
            findings.add(new LintFinding(
                    LintLevel.NOTE,
                    "object.by-path",
                    "'" + object.name() + "' is no record: it is looked for as a file"));
        }
    }

    /**
     * Adds that a file is not there, or that nobody has looked, since it may be on a store.
     *
     * @param elsewhere whether roots on stores may have what no folder has
     */
    static void file(SourceKey file, SourceAccess files, boolean elsewhere, List<LintFinding> findings) {
        if (RootUrl.isUrl(file.rootPath())) {
            findings.add(onStore(file));
            return;
        }
        try {
            files.stamp(file);
        } catch (ServeException e) {
            Failure failure = e.failure();
            boolean missing = failure instanceof Failure.Missing || failure instanceof Failure.StaticMissing;
            if (missing
                    && elsewhere
                    && !file.path().startsWith("/")
                    && !file.rootPath().startsWith("/")) {
                findings.add(onStore(file));
                return;
            }
            findings.add(new LintFinding(LintLevel.ERROR, failure.kind().code(), failure.message()));
        }
    }

    private static LintFinding onStore(SourceKey file) {
        return new LintFinding(
                LintLevel.NOTE,
                "file.not-looked-for",
                "'" + file + "' is in no folder: it may be on a store, which is not asked");
    }

    /** Adds that the color profile that {@code icc=} names is not there. */
    private void profile(ImagePlan plan, SourceAccess images) {
        RequestedProfile wanted = plan.output().colors().profile();
        if (wanted == null) {
            return;
        }
        List<LintFinding> found = new ArrayList<>();
        file(wanted.file(), images, site.elsewhere(), found);
        for (LintFinding finding : found) {
            findings.add(
                    finding.level() == LintLevel.ERROR
                            ? new LintFinding(
                                    LintLevel.ERROR,
                                    "profile.missing",
                                    "there is no color profile '" + wanted.name() + "': the request is refused")
                            : finding);
        }
    }

    private void fonts(ImagePlan plan) {
        for (LayerPlan layer : plan.layers()) {
            if (layer.content() instanceof LayerContent.Nested nested) {
                fonts(nested.plan());
            } else if (layer.content() instanceof LayerContent.Text text) {
                fonts(text);
            }
        }
    }

    private void fonts(LayerContent.Text text) {
        Set<String> there = text.fonts().faces().stream().map(FontRecord::name).collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>(Typesetter.fontNames(text.text()));
        missing.removeIf(name -> name.isBlank() || there.contains(name));
        if (!missing.isEmpty()) {
            findings.add(new LintFinding(
                    LintLevel.ERROR,
                    "font.missing",
                    "no font map has " + String.join(", ", missing) + ": the request is refused"));
        }
    }
}
