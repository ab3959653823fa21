package dev.earshot.pipelines.sources.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A value of a JSON document that is read as a whole.
 *
 * @param path of the array that holds it, such as {@code chats/list/messages}; arrays have no name
 *     of their own. Empty for the document itself and for the items of an array that is the
 *     document
 * @param value what stands there
 * @param around the objects around it, outermost first, with what was read of them before: all but
 *     the arrays that are read element by element
 */
public record DocumentElement(String path, JsonNode value, List<ObjectNode> around) {}
