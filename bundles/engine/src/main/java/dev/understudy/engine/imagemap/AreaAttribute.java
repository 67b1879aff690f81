package dev.understudy.engine.imagemap;

/**
 * An attribute of an area.
 *
 * @param name as it is written
 * @param written the whole attribute as it is written
 * @param value its value, without quotation marks, with references to characters replaced
 */
public record AreaAttribute(String name, String written, String value) {

    boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }
}
