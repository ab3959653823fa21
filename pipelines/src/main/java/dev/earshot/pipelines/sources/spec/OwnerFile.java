package dev.earshot.pipelines.sources.spec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.pipelines.sources.ExportOwner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The file of an export that says whose export it is, for formats whose records do not.
 *
 * @param name its name; it lies in the folder of the records
 * @param reader takes the account from its content; null where it names none
 */
public record OwnerFile(String name, Function<JsonNode, @Nullable ExportOwner> reader) {}
