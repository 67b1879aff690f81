package dev.understudy.itest.house;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The page docs/ARCHITECTURE.md, held against the bundles and their sources. */
class ArchitecturePageTest {

    private static final Pattern CATCHES_ALL = Pattern.compile("catch \\((?:final )?Throwable ");

    @Test
    void everyBundleHasARow() {
        assertEquals(Bundles.names(), column("Bundles", 0));
    }

    @Test
    void theRowsNameWhatTheBundlesRegister() throws Exception {
        for (List<String> row : MarkdownTable.under("Bundles")) {
            Set<String> registered = components(row.get(0))
                    .flatMap(component -> elements(component, "provide"))
                    .map(provide -> simpleName(provide.getAttribute("interface")))
                    .filter(name -> !name.equals("Object"))
                    .collect(toCollection(TreeSet::new));
            Set<String> named = Stream.of(row.get(2).split(", "))
                    .filter(name -> !name.equals("–"))
                    .collect(toCollection(TreeSet::new));
            assertEquals(registered, named, "what " + row.get(0) + " registers");
        }
    }

    @Test
    void whatComesAndGoesIsListed() throws Exception {
        Set<String> dynamic = new TreeSet<>();
        for (String bundle : Bundles.names()) {
            components(bundle)
                    .forEach(component -> elements(component, "reference")
                            .filter(reference ->
                                    reference.getAttribute("policy").equals("dynamic"))
                            .map(reference -> simpleName(component.getAttribute("name")) + " "
                                    + simpleName(reference.getAttribute("interface")))
                            .forEach(dynamic::add));
        }
        Set<String> listed = MarkdownTable.under("What comes and goes").stream()
                .map(row -> row.get(0) + " " + row.get(1))
                .collect(toCollection(TreeSet::new));
        assertEquals(dynamic, listed);
    }

    /** Whoever registers a better service has it used at once, and not only after the next restart. */
    @Test
    void everyReferenceIsGreedy() throws Exception {
        List<String> reluctant = new ArrayList<>();
        for (String bundle : Bundles.names()) {
            components(bundle)
                    .forEach(component -> elements(component, "reference")
                            .filter(reference ->
                                    !reference.getAttribute("policy-option").equals("greedy"))
                            .map(reference ->
                                    component.getAttribute("name") + " " + reference.getAttribute("interface"))
                            .forEach(reluctant::add));
        }
        assertEquals(List.of(), reluctant);
    }

    @Test
    void whereEverythingIsCaughtIsListed() {
        Set<String> catching = Sources.java().stream()
                .filter(text -> text.path().toString().contains("src/main"))
                .filter(text -> CATCHES_ALL.matcher(text.content()).find())
                .map(text -> text.path().getFileName().toString().replace(".java", ""))
                .collect(toCollection(TreeSet::new));
        assertEquals(catching, column("Where everything is caught", 0));
    }

    private static Set<String> column(String heading, int index) {
        return MarkdownTable.under(heading).stream().map(row -> row.get(index)).collect(toCollection(TreeSet::new));
    }

    private static Stream<Element> components(String bundle)
            throws IOException, ParserConfigurationException, SAXException {
        List<Element> components = new ArrayList<>();
        try (JarFile jar = new JarFile(Bundles.jar(bundle).toFile())) {
            for (JarEntry entry : jar.stream()
                    .filter(each -> each.getName().matches("OSGI-INF/[^/]*\\.xml"))
                    .toList()) {
                try (InputStream in = jar.getInputStream(entry)) {
                    Document document = DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(in);
                    components.add(document.getDocumentElement());
                }
            }
        }
        return components.stream();
    }

    private static Stream<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements.stream();
    }

    private static String simpleName(String className) {
        Matcher last = Pattern.compile("[^.]*$").matcher(className);
        return last.find() ? last.group() : className;
    }
}
