package dev.understudy.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cyclonedx.Version;
import org.cyclonedx.exception.GeneratorException;
import org.cyclonedx.exception.ParseException;
import org.cyclonedx.generators.BomGeneratorFactory;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Dependency;
import org.cyclonedx.model.Hash;
import org.cyclonedx.model.License;
import org.cyclonedx.model.LicenseChoice;
import org.cyclonedx.parsers.BomParserFactory;

/**
 * The parts of an archive, as CycloneDX has them (an SBOM).
 *
 * <p>Maven's dependencies, of which the plugin of CycloneDX makes a list, are not what is in an archive: of plain Felix's some
 * are for Karaf, and a Karaf has jars of features, of which Maven knows nothing. So those that are neither in the archive nor
 * inside a jar are left out, and jars that are not listed are added.
 *
 * @param bom the list
 */
record PartsList(Bom bom) {

    static final Version VERSION = Version.VERSION_16;

    /** The names that jars have in the server in plain Felix, by those of their artifacts. */
    private static final Map<String, String> RENAMED = Map.of(
            "org.apache.felix.main", "felix.jar",
            "understudy-launcher", "launcher.jar",
            "understudy-tools", "understudy-tools.jar");

    private static final Set<String> SPDX = Set.of("Apache-2.0", "BSD-3-Clause", "MIT", "CDDL-1.0");

    static PartsList read(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return new PartsList(BomParserFactory.createParser(bytes).parse(bytes));
        } catch (ParseException | IOException e) {
            throw new IllegalStateException("cannot read " + file + ", which Maven makes unless it is offline (-o)", e);
        }
    }

    /** The date that the list bears. */
    Instant date() {
        return bom.getMetadata().getTimestamp().toInstant();
    }

    List<Component> parts() {
        return bom.getComponents();
    }

    /** The names under which the jar of a part may be in an archive. */
    static List<String> jars(Component part) {
        String plain = part.getName() + "-" + part.getVersion() + ".jar";
        String renamed = RENAMED.get(part.getName());
        return renamed == null ? List.of(plain) : List.of(renamed, plain);
    }

    /**
     * Makes this the list of what is in an archive.
     *
     * @param name what the archive is called, without its version
     * @param date of the build, which is the date of the list
     */
    PartsList fitted(String name, String version, Instant date, List<ShippedJar> jars, LicensePage licenses) {
        Map<String, ShippedJar> missing = new LinkedHashMap<>();
        jars.forEach(jar -> missing.put(jar.name(), jar));
        List<Component> parts = new ArrayList<>();
        for (Component part : parts()) {
            Optional<String> found =
                    jars(part).stream().filter(missing::containsKey).findFirst();
            found.ifPresent(missing::remove);
            if (found.isPresent() || licenses.isInside(part.getGroup(), part.getName())) {
                parts.add(part);
            }
        }
        missing.values().forEach(jar -> parts.add(part(jar, licenses)));
        parts.sort(Comparator.comparing(Component::getBomRef));
        bom.setComponents(parts);
        name(name, version);
        bom.getMetadata().setTimestamp(Date.from(date));
        bom.setDependencies(dependencies(parts));
        return this;
    }

    private static Component part(ShippedJar jar, LicensePage licenses) {
        ShippedJar.Coordinates from = jar.coordinates();
        String url = "pkg:maven/%s/%s@%s?type=jar".formatted(from.group(), from.name(), from.version());
        Component part = new Component();
        part.setType(Component.Type.LIBRARY);
        part.setBomRef(url);
        part.setPurl(url);
        part.setGroup(from.group());
        part.setName(from.name());
        part.setVersion(from.version());
        part.setScope(Component.Scope.REQUIRED);
        part.setHashes(List.of(
                new Hash(Hash.Algorithm.SHA_256, jar.sum("SHA-256")),
                new Hash(Hash.Algorithm.SHA_512, jar.sum("SHA-512"))));
        String name = licenses.license(jar.name())
                .orElseThrow(() -> new IllegalStateException("no license of " + jar.name()))
                .split(" ")[0];
        License license = new License();
        if (SPDX.contains(name)) {
            license.setId(name);
        } else {
            license.setName(name);
        }
        LicenseChoice choice = new LicenseChoice();
        choice.addLicense(license);
        part.setLicenses(choice);
        return part;
    }

    private void name(String name, String version) {
        Component whole = bom.getMetadata().getComponent();
        String url = "pkg:maven/dev.understudy/%s@%s".formatted(name, version);
        whole.setName(name);
        whole.setBomRef(url);
        whole.setPurl(url);
        bom.setSerialNumber("urn:uuid:" + UUID.nameUUIDFromBytes(url.getBytes(StandardCharsets.UTF_8)));
    }

    /** The whole depends on all parts, and these on one another as Maven says. */
    private List<Dependency> dependencies(List<Component> parts) {
        Set<String> known = parts.stream().map(Component::getBomRef).collect(Collectors.toSet());
        List<Dependency> kept = new ArrayList<>();
        Dependency whole = new Dependency(bom.getMetadata().getComponent().getBomRef());
        parts.forEach(part -> whole.addDependency(new Dependency(part.getBomRef())));
        kept.add(whole);
        for (Dependency dependency : bom.getDependencies()) {
            if (known.contains(dependency.getRef())) {
                Dependency left = new Dependency(dependency.getRef());
                List<Dependency> on = dependency.getDependencies();
                if (on != null) {
                    on.stream().filter(each -> known.contains(each.getRef())).forEach(left::addDependency);
                }
                kept.add(left);
            }
        }
        return kept;
    }

    /** Writes the list as JSON and as XML, into two files of that name. */
    void write(Path folder, String name) {
        try {
            Files.writeString(
                    folder.resolve(name + ".json"),
                    BomGeneratorFactory.createJson(VERSION, bom).toJsonString() + "\n");
            Files.writeString(
                    folder.resolve(name + ".xml"),
                    BomGeneratorFactory.createXml(VERSION, bom).toXmlString());
        } catch (GeneratorException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
