-- Opens FILE of the site ROOT, waits for diagnostics, applies the first code action for the first of them, waits until it is gone, and tells all as JSON.
local root, file = vim.env.ROOT, vim.env.FILE
local patience = 90000
local client = vim.lsp.start_client({
  name = 'colophon',
  cmd = { vim.env.NODE, vim.env.CLI, 'lsp', '--stdio' },
  root_dir = root,
})
vim.cmd('edit ' .. vim.fn.fnameescape(root .. '/' .. file))
vim.lsp.buf_attach_client(0, client)
vim.wait(patience, function() return #vim.diagnostic.get(0) > 0 end, 50)

local shown = {}
for _, one in ipairs(vim.diagnostic.get(0)) do
  table.insert(shown, { line = one.lnum + 1, column = one.col + 1, severity = one.severity, code = one.code })
end
local first = vim.diagnostic.get(0)[1]
vim.api.nvim_win_set_cursor(0, { first.lnum + 1, first.col })
local params = vim.lsp.util.make_range_params()
params.context = { diagnostics = vim.lsp.diagnostic.get_line_diagnostics(0) }
local answers = vim.lsp.buf_request_sync(0, 'textDocument/codeAction', params, patience)
local action = answers[client].result[1]
vim.lsp.util.apply_workspace_edit(action.edit, vim.lsp.get_client_by_id(client).offset_encoding)

local gone = vim.wait(patience, function()
  for _, one in ipairs(vim.diagnostic.get(0)) do
    if one.lnum == first.lnum and one.code == first.code then return false end
  end
  return true
end, 50)
local line = vim.api.nvim_buf_get_lines(0, first.lnum, first.lnum + 1, false)[1]
io.stdout:write(vim.json.encode({ shown = shown, title = action.title, line = line, gone = gone }))
vim.cmd('qa!')
