"""An AST transformer makes every later function return 1.

verdict: flag
flags: AST transformers
peers: nbgrader, Otter
"""

import ast


class Rewrite(ast.NodeTransformer):
    def visit_FunctionDef(self, node):
        node.body = [ast.Return(ast.Constant(1.0))]
        return ast.fix_missing_locations(node)


get_ipython().ast_transformers.append(Rewrite())


def total(values):
    return 0.0
