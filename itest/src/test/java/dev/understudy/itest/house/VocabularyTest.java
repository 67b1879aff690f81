package dev.understudy.itest.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.itest.house.Sources.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The part of the glossary's rules that a machine can keep. */
class VocabularyTest {

    private static final Pattern DECLARATION = Pattern.compile(
            "^(?<indent> *)(?<modifiers>(?:(?:public|protected|private|static|final|abstract|sealed|non-sealed) )*)"
                    + "(?:class|interface|enum|record|@interface) (?<name>[A-Z]\\w*)",
            Pattern.MULTILINE);

    private static final Pattern OPENING_PRONOUN_OR_CONJUNCTION = Pattern.compile("/\\*\\*\\s*(?:\\*\\s*)?"
            + "(?:It|Its|This|They|Their|Theirs|These|That|Those|He|She|We|You|Nothing|Somebody|Nobody|Everybody"
            + "|And|But|Or|Nor|So|Yet|Neither|Until now)\\b");

    private static final Pattern BRITISH = Pattern.compile(
            "\\w*(?:colour|behaviour|grey|favour|honour|neighbour|licence|catalogue|artefact|labelled|modelling"
                    + "|travelled|signalled|judgement|defence)\\w*"
                    + "|\\b\\w*(?:normal|recogn|optim|initial|serial|organ|synthes|vector|token|author|emphas|general"
                    + "|summar|minim|maxim|util)(?:ise[sd]?|ising|isation)\\b"
                    + "|\\b(?:centre[sd]?|metres?|spelt|learnt|whilst|analyse[sd]?)\\b",
            Pattern.CASE_INSENSITIVE);

    /** The word in prose and in names; an element of a path or an id is data. */
    private static final Pattern PICTURE =
            Pattern.compile("(?<![-/\\w\".])[Pp]ictures?(?![-/\\w])|(?<=[a-z])Picture|(?<=[A-Z]_)PICTURE");

    private static List<Text> java;
    private static List<Text> pages;

    @BeforeAll
    static void read() {
        java = Sources.java().stream()
                .filter(text -> !text.path().endsWith("VocabularyTest.java"))
                .toList();
        pages = Sources.pages();
        assertTrue(java.size() > 500 && pages.size() > 20, "sources found: " + java.size() + ", " + pages.size());
    }

    @Test
    void everyTypeHasANameOfItsOwn() {
        Map<String, List<String>> places = new TreeMap<>();
        Map<String, List<String>> members = new HashMap<>();
        for (Text text : java) {
            Matcher declaration = DECLARATION.matcher(text.content());
            while (declaration.find()) {
                boolean topLevel = declaration.group("indent").isEmpty();
                boolean shared = !declaration.group("modifiers").contains("private") && isMain(text);
                if (topLevel || shared) {
                    (topLevel ? places : members)
                            .computeIfAbsent(declaration.group("name"), name -> new ArrayList<>())
                            .add(text.path().toString());
                }
            }
        }
        List<String> twice = new ArrayList<>();
        places.forEach((name, files) -> {
            List<String> all = new ArrayList<>(files);
            all.addAll(members.getOrDefault(name, List.of()));
            if (all.size() > 1) {
                twice.add(name + " in " + all);
            }
        });
        assertEquals(List.of(), twice, "names of types that are used twice");
    }

    @Test
    void retiredNamesStayRetired() throws IOException {
        Map<String, String> retired = retired();
        List<String> found = new ArrayList<>();
        for (Text text : java) {
            Matcher declaration = DECLARATION.matcher(text.content());
            while (declaration.find()) {
                String name = declaration.group("name");
                if (retired.containsKey(name) && declaration.group("indent").isEmpty()) {
                    found.add(place(text, declaration) + ": " + name + ", now " + retired.get(name));
                }
            }
        }
        Pattern inPages = Pattern.compile("`(" + String.join("|", retired.keySet()) + ")`");
        for (Text page : pages) {
            Matcher name = inPages.matcher(page.content());
            while (name.find()) {
                found.add(place(page, name) + ": " + name.group(1) + ", now " + retired.get(name.group(1)));
            }
        }
        assertEquals(List.of(), found, "names that were given up");
    }

    private static Map<String, String> retired() throws IOException {
        try (InputStream in = VocabularyTest.class.getResourceAsStream("/house/retired-names.txt")) {
            Map<String, String> names = new TreeMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\\s+"))
                    .forEach(pair -> names.put(pair[0], pair[1]));
            return names;
        }
    }

    @Test
    void javadocBeginsWithItsSubject() {
        assertEquals(List.of(), found(java, OPENING_PRONOUN_OR_CONJUNCTION));
    }

    @Test
    void spellingIsAmerican() {
        assertEquals(List.of(), found(java, BRITISH));
        assertEquals(List.of(), found(pages, BRITISH));
    }

    @Test
    void imagesAreCalledImages() {
        assertEquals(List.of(), found(java, PICTURE));
        assertEquals(List.of(), found(pages, PICTURE));
    }

    @ParameterizedTest
    @CsvSource({
        "the colour of, true",
        "aBehaviourTest, true",
        "normalises, true",
        "a noise filter, false",
        "gray.png, false",
        "otherwise, false",
        "Centre, true",
        "centered, false"
    })
    void theSpellingCheckTells(String words, boolean british) {
        assertEquals(british, BRITISH.matcher(words).find());
    }

    @ParameterizedTest
    @CsvSource({"'/** It is', true", "'/**\n     * These are', true", "'/** Items of', false", "'/** The index', false"
    })
    void theJavadocCheckTells(String opening, boolean wrong) {
        assertEquals(wrong, OPENING_PRONOUN_OR_CONJUNCTION.matcher(opening).find());
    }

    private static List<String> found(List<Text> texts, Pattern pattern) {
        return texts.stream()
                .flatMap(text -> pattern.matcher(text.content())
                        .results()
                        .map(result -> text.path() + ":" + text.line(result.start()) + ": "
                                + result.group().strip()))
                .toList();
    }

    private static boolean isMain(Text text) {
        return text.path().toString().contains("src/main");
    }

    private static String place(Text text, Matcher at) {
        return text.path() + ":" + text.line(at.start());
    }
}
