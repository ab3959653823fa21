package dev.earshot.models.yaml;

/**
 * How a kind of file words the mistakes that any YAML file can have. {@code {found}} stands for
 * what is there instead, {@code {of}} for the elements of a list and {@code {line}} for the line
 * that has the key already.
 *
 * @param notYaml what comes before the reason why the file is not YAML
 * @param root key path that stands for the file as a whole where it is not a mapping
 * @param notMapping for a value that is not a mapping of keys to values
 * @param duplicateKey for a key that its mapping has already
 * @param notList for a value that is not a list
 */
public record YamlWording(
    String notYaml, String root, String notMapping, String duplicateKey, String notList) {}
